package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AnonymiserTest {
    private static Message parse(String... lines) {
        return Message.parse((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(Message message) {
        return new String(message.toBytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void namesAddressesAndWordsAreOthersAndTheSameEverywhere() {
        Message letter = parse(
                "From: Ada Lovelace <ada@example.org>",
                "To: bob@example.net",
                "Message-ID: <note-1@mail.example.org>",
                "References: <note-1@mail.example.org>",
                "Subject: Re: Quarterly figures",
                "Date: Mon, 2 Jan 2006 15:04:05 -0700",
                "X-Acme-Project: apollo",
                "Content-Type: text/plain; charset=utf-8",
                "",
                "Dear Ada,",
                "the quarterly FIGURES of Lovelace.");
        Message masked = letter.with(Anonymiser.random());
        String text = text(masked);
        assertThat(text)
                .hasSameSizeAs(text(letter))
                .contains("\r\nDate: Mon, 2 Jan 2006 15:04:05 -0700\r\n", "Content-Type: text/plain; charset=utf-8")
                .contains("Subject: Re: ")
                .doesNotContain("Lovelace", "example", "Quarterly", "quarterly", "FIGURES", "apollo", "Acme", "Dear");
        Mailbox from = masked.from().get(0).mailboxes().get(0);
        String name = from.displayName().split(" ", 2)[1];
        assertThat(masked.text().orElseThrow()).contains(name + ".");
        assertThat(masked.header().first("References").orElseThrow().value())
                .isEqualTo("<" + masked.messageId().orElseThrow() + ">");
        assertThat(text(letter.with(Anonymiser.random()))).isNotEqualTo(text);
        Anonymiser same = Anonymiser.random();
        assertThat(text(letter.with(same))).isEqualTo(text(letter.with(same)));
    }

    @Test
    void encodedWordsParametersAndEncodedTextAreMaskedBehindTheirEncoding() {
        Message letter = parse(
                "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe_an_alle?= =?utf-8?B?R2Vib3Jlbg==?=",
                "Content-Type: multipart/mixed; boundary=\"my boundary\"",
                "",
                "--my boundary",
                "Content-Type: text/plain; charset=utf-8; name*=utf-8''geheim%C3%9F.txt",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "Ein langer Sa=",
                "tz =C3=BCber =61lles =ZZ",
                "--my boundary",
                "Content-Type: text/plain",
                "Content-Transfer-Encoding: base64",
                "",
                "U2VocmVu",
                "IFRleHQ=",
                "--my boundary",
                "Content-Type: image/png",
                "Content-Transfer-Encoding: base64",
                "",
                "iVBORw0!KGgo=",
                "--my boundary--");
        Message masked = letter.with(Anonymiser.random());
        assertThat(text(masked))
                .contains("=?utf-8?Q?", "=ZZ", "--my boundary--", "AAAAAAA!AAAA=", "; name*=utf-8''")
                .doesNotContain("U2VocmVu", "langer", "geheim", "alle?=");
        assertThat(masked.subject().orElseThrow())
                .hasSize(letter.subject().orElseThrow().length())
                .doesNotContain("Geboren", "\uFFFD");
        Content base64 = masked.root().parts().get(1).content().orElseThrow();
        assertThat(base64.text()).matches("[A-Z][a-z]{5} [A-Z][a-z]{3}").isNotEqualTo("Sehren Text");
        assertThat(shape(masked)).isEqualTo(shape(letter));
        assertThat(findings(masked)).isEqualTo(findings(letter));
    }

    /** Everything that has to stay: types, encodings, and where everything lies. */
    static String shape(Message message) {
        StringBuilder shape = new StringBuilder();
        shape(message.root(), shape);
        return shape.toString();
    }

    private static void shape(Part part, StringBuilder shape) {
        ContentType type = part.contentType();
        shape.append('(').append(type.type()).append('/').append(type.subtype());
        shape.append(' ').append(part.content().flatMap(Content::charset)).append(' ');
        shape.append(part.raw().size()).append(' ').append(part.header().octets().length);
        shape.append(' ').append(part.header().fields().size());
        part.content().ifPresent(content -> shape.append(' ').append(content.encoding()));
        part.parts().forEach(child -> shape(child, shape));
        if (part.body() instanceof Embedded embedded) {
            shape(embedded.message().root(), shape);
        }
        shape.append(')');
    }

    static List<String> findings(Message message) {
        return message.findings().stream()
                .map(finding -> finding.kind() + " " + finding.offset())
                .toList();
    }

    @Test
    void everyMessageOfEveryCorpusKeepsItsShapeAndItsFindings() {
        List<String> different = new ArrayList<>();
        Anonymiser anonymiser = Anonymiser.random();
        int compared = 0;
        for (Path file : Corpora.messages()) {
            Message letter = Message.parse(Corpora.read(file));
            Message masked = letter.with(anonymiser);
            compared++;
            if (!shape(masked).equals(shape(letter))) {
                different.add(file + " shape");
            } else if (!findings(masked).equals(findings(letter))) {
                different.add(file + " findings " + findings(letter) + " became " + findings(masked));
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(500);
    }

    @Test
    void noWordOfAnyTextStaysInItsPlace() {
        Anonymiser anonymiser = Anonymiser.random();
        Set<String> kept = new TreeSet<>();
        for (Path file : Corpora.messages()) {
            Message letter = Message.parse(Corpora.read(file));
            kept(letter.root(), letter.with(anonymiser).root(), kept);
        }
        // the charset of an encoded word that cannot be decoded
        assertThat(kept).isSubsetOf("NONE");
    }

    private static void kept(Part letter, Part masked, Set<String> kept) {
        letter.content().ifPresent(content -> {
            boolean hasKnownWords = letter.contentType().is("text/html")
                    || letter.contentType().type().equals("message");
            if (!hasKnownWords) {
                words(content.bytes(), masked.content().orElseThrow().bytes(), kept);
            }
        });
        for (String name : List.of("Subject", "From", "To", "Cc", "Message-ID", "References", "X-Mailer")) {
            List<Field> before = letter.header().all(name);
            List<Field> after = masked.header().all(name);
            for (int i = 0; i < before.size(); i++) {
                words(body(before.get(i)), body(after.get(i)), kept);
            }
        }
        for (int i = 0; i < letter.parts().size(); i++) {
            kept(letter.parts().get(i), masked.parts().get(i), kept);
        }
        if (letter.body() instanceof Embedded embedded) {
            kept(embedded.message().root(), ((Embedded) masked.body()).message().root(), kept);
        }
    }

    private static byte[] body(Field field) {
        return field.value().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aMessageLongerThanTheMemoryItWasReadWithIsRefusedByName() throws IOException {
        byte[] raw = ("Subject: x\r\n\r\n" + "hello ".repeat(1000)).getBytes(StandardCharsets.US_ASCII);
        ParseOptions options = ParseOptions.lenient().limits(Limits.standard().memory(5000));
        Message message = Message.parse(Source.of(raw), options);
        assertThatThrownBy(() -> message.with(Anonymiser.random()))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("5000");
    }

    /** Words of more than three letters that stand in the same place. */
    private static void words(byte[] before, byte[] after, Set<String> kept) {
        int start = 0;
        for (int i = 0; i <= before.length; i++) {
            boolean isLetter = i < before.length && Character.isLetter(before[i]) && before[i] > 0;
            if (isLetter) {
                continue;
            }
            if (i - start > 3 && i <= after.length) {
                String word = new String(before, start, i - start, StandardCharsets.ISO_8859_1);
                boolean isBlank = word.replace("x", "").replace("X", "").isEmpty();
                if (!isBlank && word.equals(new String(after, start, i - start, StandardCharsets.ISO_8859_1))) {
                    kept.add(word);
                }
            }
            start = i + 1;
        }
    }
}
