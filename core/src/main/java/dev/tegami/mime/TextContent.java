package dev.tegami.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Charsets;
import dev.tegami.internal.mime.LineCensus;
import dev.tegami.internal.mime.Texts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Makes the body of a text part: line ends, charset and transfer encoding. */
final class TextContent {
    private TextContent() {}

    static Content of(String text, ContentType type, Charset wanted, TransferEncoding transport) {
        int broken = Texts.brokenPair(text);
        if (broken >= 0) {
            throw new MimeException("the text holds half of a surrogate pair at character " + broken, "remove it");
        }
        String lines = withCrlf(text);
        Charset charset = charset(lines, wanted);
        byte[] octets = lines.getBytes(charset);
        LineCensus census = Demands.census(ArrayOctets.of(octets));
        TransferEncoding demand = TransferEncoding.of(census.demand());
        TransferEncoding encoding = demand.fits(transport)
                ? demand
                : census.prefersQuotedPrintable() ? TransferEncoding.QUOTED_PRINTABLE : TransferEncoding.BASE64;
        return Content.of(Source.of(octets), type.with("charset", charset.name().toLowerCase(Locale.ROOT)), encoding);
    }

    private static Charset charset(String text, Charset wanted) {
        if (Ascii.isAscii(text)) {
            return StandardCharsets.US_ASCII;
        }
        if (wanted.equals(StandardCharsets.UTF_8)) {
            return wanted;
        }
        return Charsets.canExpress(wanted, text) ? wanted : StandardCharsets.UTF_8;
    }

    private static boolean hasOnlyCrlf(String text) {
        int cr = text.indexOf('\r');
        int lf = text.indexOf('\n');
        while (cr >= 0 && lf == cr + 1) {
            cr = text.indexOf('\r', lf);
            lf = text.indexOf('\n', lf + 1);
        }
        return cr < 0 && lf < 0;
    }

    /** Any line end becomes CRLF, as the canonical form of text wants (RFC 2046 section 4.1.1). */
    static String withCrlf(String text) {
        int n = text.length();
        if (hasOnlyCrlf(text)) {
            return text;
        }
        StringBuilder lines = new StringBuilder(n + 64);
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                lines.append("\r\n");
                if (i + 1 < n && text.charAt(i + 1) == '\n') {
                    i++;
                }
            } else if (c == '\n') {
                lines.append("\r\n");
            } else {
                lines.append(c);
            }
        }
        return lines.toString();
    }
}
