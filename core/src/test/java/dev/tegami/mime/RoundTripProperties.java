package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is built reads back as it was meant; what is read is written back as it was. */
class RoundTripProperties {
    @Provide
    Arbitrary<String> line() {
        Arbitrary<String> wild = Arbitraries.strings()
                .withChars("ab =?_\"\\(),.:;<>@[]\t'%*/-")
                .withChars('ä', '議', 'é', '\u007F', '\u0001', 'ｱ')
                .ofMaxLength(120);
        Arbitrary<String> words = Arbitraries.strings().all().ofMaxLength(40).map(RoundTripProperties::clean);
        Arbitrary<String> longWords =
                Arbitraries.strings().withChars("abcdef ").ofMinLength(100).ofMaxLength(1200);
        return Arbitraries.oneOf(wild, words, longWords);
    }

    private static String clean(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(c -> c != '\r' && c != '\n' && c != 0 && !(c >= 0xD800 && c < 0xE000))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    @Provide
    Arbitrary<byte[]> messages() {
        Arbitrary<String> pieces = Arbitraries.of(
                "\r\n",
                "\n",
                "\r",
                "--b",
                "--b--",
                "--c",
                " ",
                "\t",
                ":",
                "A: b",
                "Content-Type: multipart/mixed; boundary=b",
                "Content-Type: multipart/alternative; boundary=\"c\"",
                "Content-Type: message/rfc822",
                "body",
                "=",
                "=?utf-8?q?a?=",
                "Content-Transfer-Encoding: base64",
                "QUJD",
                "\0",
                "é",
                "--",
                "From x",
                "Content-Type: text/plain; charset=x");
        return pieces.list().ofMaxSize(40).map(list -> String.join("", list).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1500)
    void writingWhatWasParsedIsTheIdentity(@ForAll("messages") byte[] octets) throws Exception {
        Message message = Message.parse(octets);
        assertThat(message.toBytes()).isEqualTo(octets);
        assertThat(message.findings()).isNotNull();
        Message byOctet = Message.parse(Source.of(() -> Variants.oneByOne(octets)));
        assertThat(Outline.json(byOctet)).isEqualTo(Outline.json(message));
    }

    @Property(tries = 500)
    void arbitraryOctetsAreAMessage(@ForAll byte[] octets) {
        Message message = Message.parse(octets);
        assertThat(message.toBytes()).isEqualTo(octets);
        assertThat(Outline.json(message)).isNotEmpty();
        message.text();
    }

    @Property(tries = 1500)
    void aSubjectReadsBackAndNoLineIsTooLong(@ForAll("line") String subject) {
        Field field = Field.of("Subject", subject);
        assertThat(field.value()).isEqualTo(subject);
        checkLines(field.raw());
    }

    @Property(tries = 400)
    void aSubjectReadsBackInLegacyCharsetsAndRawUtf8(@ForAll("line") String subject) {
        for (String charset : List.of("ISO-2022-JP", "ISO-8859-1", "Shift_JIS", "GB18030", "EUC-KR")) {
            Message message = Message.compose()
                    .charset(Charset.forName(charset))
                    .subject(subject)
                    .build();
            assertThat(message.header().first("Subject").orElseThrow().value())
                    .as(charset)
                    .isEqualTo(subject);
            checkLines(message.toBytes());
        }
        Message raw = Message.compose().utf8Header().subject(subject).build();
        assertThat(raw.subject()).contains(subject);
    }

    @Property(tries = 1000)
    void anAddressReadsBack(@ForAll("line") String name, @ForAll("line") String local) {
        if (local.isEmpty() || local.length() > 255 || local.chars().anyMatch(c -> c < ' ' || c == 127)) {
            return;
        }
        Mailbox mailbox = Mailbox.of(name, local, "例え.jp");
        Message message =
                Message.compose().to(mailbox, Mailbox.of("x", "example.org")).build();
        Message read = Message.parse(message.toBytes());
        assertThat(read.to()).containsExactly(mailbox, Mailbox.of("x", "example.org"));
    }

    @Property(tries = 600)
    void aGroupReadsBack(@ForAll("line") String name, @ForAll("line") String member) {
        if (name.isBlank()) {
            return;
        }
        Group group = Group.of(name, List.of(Mailbox.of(member, "a", "b.example"), Mailbox.of("c", "d.example")));
        List<Address> read = Message.parse(Message.compose()
                        .to(group, Mailbox.of("x", "y.example"))
                        .build()
                        .toBytes())
                .to();
        assertThat(read).hasSize(2);
        assertThat(read.get(0).mailboxes()).isEqualTo(group.mailboxes());
        assertThat(read.get(0).displayName()).isEqualTo(name);
    }

    @Property(tries = 1000)
    void aParameterReadsBack(@ForAll("line") String value) {
        ContentType type =
                ContentType.of("application", "x").with("name", value).with("b", "c");
        ContentType read = ContentType.parse(new String(type.field().raw(), StandardCharsets.US_ASCII).substring(13));
        assertThat(read).isEqualTo(type);
        checkLines(type.field().raw());
    }

    @Property(tries = 500)
    void textReadsBackInEveryCharset(@ForAll("line") String first, @ForAll("line") String second) {
        String text = first + "\r\n" + second;
        for (String charset : List.of("UTF-8", "ISO-2022-JP", "windows-1252")) {
            Message message = Message.compose()
                    .charset(Charset.forName(charset))
                    .text(text)
                    .html(text)
                    .build();
            Message read = Message.parse(message.toBytes());
            assertThat(read.text()).contains(text);
            assertThat(read.html()).contains(text);
            checkLines(message.toBytes());
            assertThat(message.needs()).isEqualTo(TransferEncoding.SEVEN_BIT);
        }
    }

    @Property(tries = 500)
    void contentReadsBackInEveryEncoding(@ForAll byte[] octets) throws Exception {
        for (TransferEncoding encoding : TransferEncoding.values()) {
            Content content = Content.of(Source.of(octets), ContentType.OCTETS, encoding);
            byte[] encoded = OctetSource.bytes(OctetSource.octets(content.encoded()));
            assertThat(content.encoded().open().readAllBytes()).isEqualTo(encoded);
            for (String line : new String(encoded, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
                assertThat(encoding.isIdentity() || line.length() <= 76).isTrue();
            }
            Content read = Content.preEncoded(Source.of(encoded), ContentType.OCTETS, encoding);
            assertThat(read.bytes()).as(encoding.label()).isEqualTo(octets);
            assertThat(read.decoded().open().readAllBytes()).isEqualTo(octets);
            Content streamed =
                    Content.preEncoded(Source.of(() -> Variants.oneByOne(encoded)), ContentType.OCTETS, encoding);
            assertThat(streamed.bytes()).as("streamed " + encoding.label()).isEqualTo(octets);
            if (content.encoded().size() >= 0) {
                assertThat(content.encoded().size()).isEqualTo(encoded.length);
            }
        }
    }

    @Provide
    Arbitrary<OffsetDateTime> dates() {
        return Combinators.combine(
                        Arbitraries.longs().between(-2_000_000_000L, 4_000_000_000L),
                        Arbitraries.integers().between(-17 * 60, 17 * 60))
                .as((second, offset) -> OffsetDateTime.ofInstant(
                        Instant.ofEpochSecond(second), ZoneOffset.ofTotalSeconds(offset * 60)));
    }

    @Property(tries = 500)
    void aDateReadsBack(@ForAll("dates") OffsetDateTime date) {
        assertThat(Message.compose().date(date).build().date()).contains(date);
    }

    private static void checkLines(byte[] octets) {
        int length = 0;
        for (byte octet : octets) {
            length = octet == '\n' ? 0 : length + 1;
            assertThat(length).isLessThanOrEqualTo(999);
        }
    }
}
