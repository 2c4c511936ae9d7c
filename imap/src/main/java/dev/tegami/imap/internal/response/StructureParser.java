package dev.tegami.imap.internal.response;

import dev.tegami.imap.Structure;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** BODYSTRUCTURE, with or without its extension data. */
final class StructureParser {
    private final Tokens in;

    private StructureParser(Tokens in) {
        this.in = in;
    }

    static Structure parse(Tokens in) throws BadSyntax {
        return new StructureParser(in).body("", 0);
    }

    /** The parts of a multipart count below its own number; a single part at the top is number 1. */
    private Structure body(String section, int depth) throws BadSyntax {
        if (depth > in.nesting()) {
            throw in.bad("parts nested deeper than " + in.nesting());
        }
        in.expect('(');
        return in.peek() == '(' ? multipart(section, depth) : single(section.isEmpty() ? "1" : section, depth);
    }

    private Structure multipart(String section, int depth) throws BadSyntax {
        List<Structure> children = new ArrayList<>();
        while (in.peek() == '(') {
            String number = Integer.toString(children.size() + 1);
            children.add(body(section.isEmpty() ? number : section + "." + number, depth + 1));
            in.blanks();
        }
        String subtype = lower(text());
        Map<String, String> parameters = more() ? parameters() : Map.of();
        Disposition disposition = disposition();
        end();
        return new Structure(
                section,
                "multipart",
                subtype,
                parameters,
                Optional.empty(),
                Optional.empty(),
                "",
                -1,
                -1,
                disposition.type,
                disposition.parameters,
                List.copyOf(children));
    }

    private Structure single(String section, int depth) throws BadSyntax {
        String type = lower(text());
        if (type.equals("multipart")) {
            throw in.bad("a multipart described as a part without parts");
        }
        String subtype = lower(text());
        Map<String, String> parameters = parameters();
        String id = text();
        String description = text();
        String encoding = lower(text());
        long size = number();
        List<Structure> children = List.of();
        long lines = -1;
        if (type.equals("message") && (subtype.equals("rfc822") || subtype.equals("global")) && in.peek() == '(') {
            in.skip();
            in.blanks();
            children = List.of(enclosed(section, depth));
            in.blanks();
            lines = number();
        } else if (in.peek() >= '0' && in.peek() <= '9') {
            lines = number();
        }
        if (more()) {
            text();
        }
        Disposition disposition = disposition();
        end();
        return new Structure(
                section,
                type,
                subtype,
                parameters,
                Optional.ofNullable(id),
                Optional.ofNullable(description),
                encoding,
                size,
                lines,
                disposition.type,
                disposition.parameters,
                children);
    }

    /** A single part inside an enclosed message is its number 1; several count on directly. */
    private Structure enclosed(String section, int depth) throws BadSyntax {
        int from = in.at();
        in.expect('(');
        boolean several = in.peek() == '(';
        in.back(from);
        return body(several ? section : section + ".1", depth + 1);
    }

    private record Disposition(Optional<String> type, Map<String, String> parameters) {
        static final Disposition NONE = new Disposition(Optional.empty(), Map.of());
    }

    private Disposition disposition() throws BadSyntax {
        if (!more()) {
            return Disposition.NONE;
        }
        if (!in.next('(')) {
            in.skip();
            in.blanks();
            return Disposition.NONE;
        }
        String type = lower(text());
        Map<String, String> parameters = more() ? parameters() : Map.of();
        in.expect(')');
        in.blanks();
        return new Disposition(Optional.of(type), parameters);
    }

    private Map<String, String> parameters() throws BadSyntax {
        if (!in.next('(')) {
            in.skip();
            in.blanks();
            return Map.of();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        while (!in.next(')')) {
            String name = lower(text());
            String value = text();
            parameters.putIfAbsent(name, value == null ? "" : value);
        }
        in.blanks();
        return java.util.Collections.unmodifiableMap(parameters);
    }

    private boolean more() {
        in.blanks();
        return in.peek() != ')';
    }

    private void end() throws BadSyntax {
        while (more()) {
            in.skip();
        }
        in.expect(')');
    }

    private long number() throws BadSyntax {
        if (in.isNil()) {
            in.nstring();
            in.blanks();
            return -1;
        }
        long number = in.number();
        in.blanks();
        return number;
    }

    private @Nullable String text() throws BadSyntax {
        String text = in.nstring();
        in.blanks();
        return text;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
