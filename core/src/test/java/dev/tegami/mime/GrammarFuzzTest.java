package dev.tegami.mime;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tegami.internal.mime.Dates;
import dev.tegami.internal.mime.HtmlLinks;
import dev.tegami.internal.mime.HtmlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;

/** Each small grammar of its own, on octets nobody thought of. */
class GrammarFuzzTest {
    private static String latin1(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private static void same(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(actual + " instead of " + expected);
        }
    }

    @FuzzTest(maxDuration = "10m")
    void aDateThatWasReadIsWrittenAndReadAgain(byte[] octets) {
        if (octets == null) {
            return;
        }
        OffsetDateTime date = Dates.parse(latin1(octets));
        if (date != null && date.getYear() >= 1900 && date.getYear() <= 9999) {
            same(date, String.valueOf(Dates.parse(Dates.write(date))), date.toString());
        }
    }

    private static void same(OffsetDateTime date, String read, String expected) {
        if (!read.equals(expected)) {
            throw new AssertionError(read + " instead of " + date);
        }
    }

    @FuzzTest(maxDuration = "10m")
    void aContentTypeThatWasReadIsWrittenAndReadAgain(byte[] octets) {
        if (octets == null) {
            return;
        }
        ContentType read = ContentType.parse(latin1(octets));
        ContentType again;
        try {
            again = ContentType.of(read.type(), read.subtype());
            for (var parameter : read.parameters().entrySet()) {
                again = again.with(parameter.getKey(), parameter.getValue());
            }
        } catch (MimeException refused) {
            return;
        }
        same(again, ContentType.parse(again.field().unfolded()));
    }

    @FuzzTest(maxDuration = "10m")
    void aHeaderIsItsFieldsAndChangesNothingElse(byte[] octets) {
        if (octets == null) {
            return;
        }
        Header header = Header.parse(octets);
        for (Field field : header.fields()) {
            field.value();
            same(
                    field.name().toLowerCase(Locale.ROOT),
                    header.all(field.name()).get(0).name().toLowerCase(Locale.ROOT));
        }
        Header changed = header.with(Field.of("X-Fuzz", "1"));
        same("1", changed.first("x-fuzz").map(Field::value).orElse("none"));
        same(
                header.fields().stream()
                        .filter(field -> !field.isNamed("X-Fuzz"))
                        .map(Field::name)
                        .toList(),
                changed.without("X-Fuzz").fields().stream().map(Field::name).toList());
    }

    @FuzzTest(maxDuration = "10m")
    void base64IsReadTheSameHoweverItArrives(byte[] octets) throws IOException {
        if (octets != null) {
            encoding(octets, TransferEncoding.BASE64);
            if (!Arrays.equals(
                    SlowBase64.decode(octets),
                    read(octets, TransferEncoding.BASE64).bytes())) {
                throw new AssertionError("not what the plain loop reads");
            }
        }
    }

    @FuzzTest(maxDuration = "10m")
    void quotedPrintableIsReadTheSameHoweverItArrives(byte[] octets) throws IOException {
        if (octets != null) {
            encoding(octets, TransferEncoding.QUOTED_PRINTABLE);
        }
    }

    static Content read(byte[] octets, TransferEncoding encoding) {
        return Content.preEncoded(Source.of(octets), ContentType.OCTETS, encoding);
    }

    private static void encoding(byte[] octets, TransferEncoding encoding) throws IOException {
        byte[] decoded = read(octets, encoding).bytes();
        Content slow = Content.preEncoded(Source.of(() -> Variants.oneByOne(octets)), ContentType.OCTETS, encoding);
        if (!Arrays.equals(decoded, slow.bytes())) {
            throw new AssertionError("another content from a stream");
        }
        if (!Arrays.equals(decoded, read(octets, encoding).decoded().open().readAllBytes())) {
            throw new AssertionError("another content by reading");
        }
        byte[] encoded = OctetSource.bytes(OctetSource.octets(
                Content.of(Source.of(octets), ContentType.OCTETS, encoding).encoded()));
        if (!Arrays.equals(octets, read(encoded, encoding).bytes())) {
            throw new AssertionError("does not read back");
        }
    }

    @FuzzTest(maxDuration = "10m")
    void htmlIsReadAndLeftAsItIs(byte[] octets) throws IOException {
        if (octets == null) {
            return;
        }
        String html = new String(octets, StandardCharsets.UTF_8);
        HtmlText.of(html);
        if (!HtmlLinks.replace(html, address -> "").equals(html)) {
            throw new AssertionError("changed without a choice");
        }
    }
}
