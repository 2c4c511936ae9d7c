package dev.tegami.internal.mime;

import dev.tegami.internal.mime.HtmlScanner.Attribute;
import dev.tegami.internal.mime.HtmlScanner.Token;
import java.io.IOException;
import java.util.Set;

/**
 * Puts other addresses in the place of those that HTML loads by itself: {@code src}, {@code background}, {@code poster},
 * {@code srcset}, and {@code url()} in style sheets. Everything else keeps its characters. Conditional comments are looked
 * into, since Outlook reads them.
 */
public final class HtmlLinks {
    private static final Set<String> LOADED = Set.of("src", "background", "poster");

    /** Chooses the address to write, or gives an empty string for the one that stands there. */
    @FunctionalInterface
    public interface Choice {
        /** Chooses. */
        String choose(String address) throws IOException;
    }

    private final String html;
    private final Choice choice;
    private final StringBuilder out;
    private int copied;

    private HtmlLinks(String html, Choice choice) {
        this.html = html;
        this.choice = choice;
        this.out = new StringBuilder(html.length() + 64);
    }

    /** The HTML with other addresses. */
    public static String replace(String html, Choice choice) throws IOException {
        HtmlLinks links = new HtmlLinks(html, choice);
        links.scan(new HtmlScanner(html), true);
        return links.out.append(html, links.copied, html.length()).toString();
    }

    private void scan(HtmlScanner scanner, boolean comments) throws IOException {
        for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
            if (token == Token.TAG) {
                for (Attribute attribute : scanner.attributes()) {
                    attribute(attribute);
                }
            } else if (token == Token.COMMENT && comments) {
                scan(scanner.insideComment(), false);
            } else if (scanner.rawElement().equals("style")) {
                styles(scanner.from(), scanner.to());
            }
        }
    }

    private void attribute(Attribute attribute) throws IOException {
        String name = attribute.name();
        if (LOADED.contains(name)) {
            address(attribute.from(), attribute.to());
        } else if (name.equals("srcset")) {
            candidates(attribute.from(), attribute.to());
        } else if (name.equals("style")) {
            styles(attribute.from(), attribute.to());
        }
    }

    /** Several addresses, each with an optional width behind a blank, set off by commas. */
    private void candidates(int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            while (at < to && (HtmlScanner.isSpace(html.charAt(at)) || html.charAt(at) == ',')) {
                at++;
            }
            int end = at;
            while (end < to && !HtmlScanner.isSpace(html.charAt(end))) {
                end++;
            }
            int next = end;
            while (next < to && html.charAt(next) != ',') {
                next++;
            }
            while (end > at && html.charAt(end - 1) == ',') {
                end--;
                next = end;
            }
            address(at, end);
            at = next;
        }
    }

    private void styles(int from, int to) throws IOException {
        int at = from;
        while (true) {
            at = url(at, to);
            if (at < 0) {
                return;
            }
            int close = html.indexOf(')', at);
            if (close < 0 || close >= to) {
                return;
            }
            quoted(at, close);
            at = close;
        }
    }

    /** The place behind the next {@code url(}, or -1. */
    private int url(int from, int to) {
        for (int at = html.indexOf('(', from); at >= 0 && at < to; at = html.indexOf('(', at + 1)) {
            if (at - 3 >= from && html.regionMatches(true, at - 3, "url", 0, 3)) {
                return at + 1;
            }
        }
        return -1;
    }

    private void quoted(int from, int to) throws IOException {
        int start = from;
        int end = to;
        while (start < end && HtmlScanner.isSpace(html.charAt(start))) {
            start++;
        }
        while (end > start && HtmlScanner.isSpace(html.charAt(end - 1))) {
            end--;
        }
        for (String quote : new String[] {"\"", "'", "&quot;", "&#39;"}) {
            int length = quote.length();
            if (end - start >= 2 * length && html.startsWith(quote, start) && html.startsWith(quote, end - length)) {
                address(start + length, end - length);
                return;
            }
        }
        address(start, end);
    }

    private void address(int from, int to) throws IOException {
        String value = html.substring(from, to).strip();
        if (value.isEmpty()) {
            return;
        }
        String chosen = choice.choose(value.replace("&amp;", "&"));
        if (!chosen.isEmpty()) {
            out.append(html, copied, from).append(chosen);
            copied = to;
        }
    }
}
