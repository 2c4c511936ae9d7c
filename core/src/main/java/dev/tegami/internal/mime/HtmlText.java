package dev.tegami.internal.mime;

import dev.tegami.internal.mime.HtmlScanner.Attribute;
import dev.tegami.internal.mime.HtmlScanner.Token;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plain text from HTML: paragraphs, list marks, addresses of links, the texts that stand for pictures. */
public final class HtmlText {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "table",
            "blockquote",
            "pre",
            "hr",
            "section",
            "article",
            "header",
            "footer",
            "form",
            "address");
    private static final Set<String> LINES = Set.of("br", "li", "tr", "dt", "dd", "option");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00a0"),
            Map.entry("copy", "©"),
            Map.entry("reg", "®"),
            Map.entry("euro", "€"),
            Map.entry("pound", "£"),
            Map.entry("sect", "§"),
            Map.entry("hellip", "…"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("laquo", "«"),
            Map.entry("raquo", "»"),
            Map.entry("bull", "•"),
            Map.entry("middot", "·"),
            Map.entry("trade", "™"),
            Map.entry("auml", "ä"),
            Map.entry("ouml", "ö"),
            Map.entry("uuml", "ü"),
            Map.entry("Auml", "Ä"),
            Map.entry("Ouml", "Ö"),
            Map.entry("Uuml", "Ü"),
            Map.entry("szlig", "ß"),
            Map.entry("eacute", "é"),
            Map.entry("egrave", "è"),
            Map.entry("agrave", "à"),
            Map.entry("ccedil", "ç"),
            Map.entry("zwnj", ""),
            Map.entry("shy", ""));

    /** A longer address helps no reader; and it is looked for in the text of its link. */
    private static final int LONGEST_ADDRESS = 2000;

    private final String html;
    private final StringBuilder out;
    private String link = "";
    private int linkStart;
    private boolean titled;

    private HtmlText(String html) {
        this.html = html;
        this.out = new StringBuilder(html.length() / 2);
    }

    /** The text, in lines with CRLF between them. */
    public static String of(String html) {
        HtmlText text = new HtmlText(html);
        text.read();
        return text.out.toString().strip().replace("\n", "\r\n");
    }

    private void read() {
        HtmlScanner scanner = new HtmlScanner(html);
        for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
            if (token == Token.TAG) {
                tag(scanner);
            } else if (token == Token.TEXT && scanner.rawElement().isEmpty() && !titled) {
                words(entities(html.substring(scanner.from(), scanner.to())));
            }
        }
    }

    private void tag(HtmlScanner scanner) {
        String name = scanner.name();
        boolean opens = !scanner.isClosing();
        if (name.equals("title")) {
            titled = opens;
        } else if (name.equals("a")) {
            link(opens ? value(scanner, "href") : "");
        } else if (name.equals("img") && opens) {
            words(value(scanner, "alt"));
        } else if (BLOCKS.contains(name)) {
            lines(2);
        } else if (LINES.contains(name) && (opens || name.equals("tr"))) {
            line(name);
        } else if ((name.equals("td") || name.equals("th")) && opens) {
            words(" ");
        }
    }

    private void line(String name) {
        if (name.equals("br")) {
            trim();
            out.append('\n');
            return;
        }
        lines(1);
        if (name.equals("li")) {
            out.append("* ");
        }
    }

    /** Ends the line, and with two an empty line follows, unless that is so already. */
    private void lines(int wanted) {
        trim();
        int found = 0;
        while (found < wanted && found < out.length() && out.charAt(out.length() - 1 - found) == '\n') {
            found++;
        }
        if (out.length() > 0) {
            out.append("\n".repeat(Math.max(0, wanted - found)));
        }
    }

    private void trim() {
        while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    /** The link that ended is named behind its text, unless the text names it. */
    private void link(String next) {
        boolean worth = link.startsWith("http://") || link.startsWith("https://") || link.startsWith("mailto:");
        String address = link.startsWith("mailto:") ? link.substring(7) : link;
        if (worth
                && address.length() <= LONGEST_ADDRESS
                && out.indexOf(address, Math.min(linkStart, out.length())) < 0) {
            trim();
            out.append(" <").append(address).append('>');
        }
        link = next;
        linkStart = out.length();
    }

    private String value(HtmlScanner scanner, String name) {
        for (Attribute attribute : scanner.attributes()) {
            if (attribute.name().equals(name)) {
                return entities(html.substring(attribute.from(), attribute.to()))
                        .strip();
            }
        }
        return "";
    }

    /** Text with its white space as one blank. */
    private void words(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (HtmlScanner.isSpace(c) || c == '\u00a0') {
                char last = out.length() == 0 ? '\n' : out.charAt(out.length() - 1);
                if (last != ' ' && last != '\n') {
                    out.append(' ');
                }
            } else {
                out.append(c);
            }
        }
    }

    private static String entities(String text) {
        int at = text.indexOf('&');
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        while (at >= 0) {
            int end = at + 1;
            while (end < text.length()
                    && end - at < 12
                    && (Ascii.isAlphanumeric(text.charAt(end)) || text.charAt(end) == '#')) {
                end++;
            }
            String meant = entity(text.substring(at + 1, end));
            if (meant != null) {
                out.append(text, copied, at).append(meant);
                copied = end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
            }
            at = text.indexOf('&', end);
        }
        return out.append(text, copied, text.length()).toString();
    }

    private static @Nullable String entity(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        int code = 0;
        for (int i = hex ? 2 : 1; i < name.length(); i++) {
            int digit = Hex.digit(name.charAt(i));
            if (digit < 0 || (!hex && digit > 9) || code > 0x10FFFF) {
                return null;
            }
            code = code * (hex ? 16 : 10) + digit;
        }
        boolean character = code > 0 && code <= 0x10FFFF && !(code >= 0xD800 && code < 0xE000);
        return character && name.length() > (hex ? 2 : 1) ? Character.toString(code) : null;
    }
}
