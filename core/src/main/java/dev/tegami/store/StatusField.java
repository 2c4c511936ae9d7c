package dev.tegami.store;

import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The flags of an mbox message: Status holds R for read, X-Status the rest. */
final class StatusField {
    private static final Map<StoreFlag, Character> LETTERS = Map.of(
            StoreFlag.REPLIED,
            'A',
            StoreFlag.FLAGGED,
            'F',
            StoreFlag.TRASHED,
            'D',
            StoreFlag.DRAFT,
            'T',
            StoreFlag.PASSED,
            'P');

    private StatusField() {}

    static Set<StoreFlag> read(Header header) {
        Set<StoreFlag> flags = EnumSet.noneOf(StoreFlag.class);
        if (value(header, "Status").indexOf('R') >= 0) {
            flags.add(StoreFlag.SEEN);
        }
        String letters = value(header, "X-Status");
        LETTERS.forEach((flag, letter) -> {
            if (letters.indexOf(letter) >= 0) {
                flags.add(flag);
            }
        });
        return Collections.unmodifiableSet(flags);
    }

    private static String value(Header header, String name) {
        return header.first(name).map(Field::value).orElse("");
    }

    /** A header block, its empty line included, with the flags in place of those it had. */
    static byte[] write(byte[] block, Set<StoreFlag> flags) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(block.length + 64);
        boolean dropping = false;
        int from = 0;
        int empty = block.length;
        while (from < block.length) {
            int to = lineEnd(block, from);
            String line = new String(block, from, to - from, StandardCharsets.ISO_8859_1);
            boolean continued = line.startsWith(" ") || line.startsWith("\t");
            if (line.isBlank() && !continued) {
                empty = from;
                break;
            }
            dropping = continued ? dropping : isStatus(line);
            if (!dropping) {
                out.write(block, from, to - from);
            }
            from = to;
        }
        String end = block.length > empty && block[empty] == '\r' ? "\r\n" : "\n";
        out.writeBytes(fields(flags, end).getBytes(StandardCharsets.US_ASCII));
        out.write(block, empty, block.length - empty);
        return out.toByteArray();
    }

    private static int lineEnd(byte[] block, int from) {
        for (int i = from; i < block.length; i++) {
            if (block[i] == '\n') {
                return i + 1;
            }
        }
        return block.length;
    }

    private static boolean isStatus(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.startsWith("status:") || lower.startsWith("x-status:");
    }

    private static String fields(Set<StoreFlag> flags, String end) {
        StringBuilder letters = new StringBuilder();
        for (StoreFlag flag : StoreFlag.values()) {
            if (flags.contains(flag) && LETTERS.containsKey(flag)) {
                letters.append(LETTERS.get(flag));
            }
        }
        String status = "Status: " + (flags.contains(StoreFlag.SEEN) ? "RO" : "O") + end;
        return letters.length() == 0 ? status : status + "X-Status: " + letters + end;
    }
}
