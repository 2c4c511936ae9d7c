package dev.tegami.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The first words of a message, of which not much more is read than is shown. */
final class Preview {
    /** RFC 8621 section 4.1.4. */
    private static final int LONGEST = 256;
    /** HTML may begin with pages of styles. */
    private static final int SAMPLE = 64 * 1024;

    private final StringBuilder out = new StringBuilder(LONGEST);

    private Preview() {}

    static String of(Message message) {
        Preview preview = new Preview();
        for (Part part : message.textBody()) {
            boolean html = part.contentType().is("text/html");
            if ((html || part.contentType().is("text/plain")) && part.body() instanceof Content content) {
                String text = start(content);
                preview.add(html ? PlainText.ofHtml(text) : text);
            }
            if (preview.out.length() >= LONGEST) {
                break;
            }
        }
        return preview.out.toString().strip();
    }

    private static String start(Content content) {
        byte[] octets;
        try (InputStream in = content.decoded().open()) {
            octets = in.readNBytes(SAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = Content.of(Source.of(octets), content.contentType(), TransferEncoding.BINARY)
                .text();
        // a character may have been cut
        return octets.length == SAMPLE && text.endsWith("\uFFFD") ? text.substring(0, text.length() - 1) : text;
    }

    /** Lines that quote others tell nothing new, and a signature nothing of this message. */
    private void add(String text) {
        space();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.equals("-- ") || out.length() >= LONGEST) {
                return;
            }
            if (!line.startsWith(">")) {
                words(line);
                space();
            }
        }
    }

    private void words(String line) {
        int i = 0;
        while (i < line.length()) {
            int c = line.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space();
            } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                if (out.length() + Character.charCount(c) > LONGEST) {
                    return;
                }
                out.appendCodePoint(c);
            }
        }
    }

    private void space() {
        if (out.length() > 0 && out.length() < LONGEST && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }
}
