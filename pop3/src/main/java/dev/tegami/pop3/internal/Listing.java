package dev.tegami.pop3.internal;

import dev.tegami.pop3.Drop;
import dev.tegami.pop3.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lines of LIST and UIDL, believed only as far as they make sense: a line that is no line of theirs is passed over,
 * the first one for a number counts, and a name that is no UIDL name is none.
 */
public final class Listing {
    private static final int LONGEST_UID = 255;

    private final TreeMap<Integer, Long> sizes = new TreeMap<>();
    private final Map<Integer, String> uids = new HashMap<>();

    /** Takes a line of LIST: a number and a size, whatever follows. */
    public void size(String line) {
        int space = line.indexOf(' ');
        int number = number(line, space);
        if (number > 0) {
            int end = line.indexOf(' ', space + 1);
            long size = decimal(line.substring(space + 1, end < 0 ? line.length() : end), 18);
            if (size >= 0) {
                sizes.putIfAbsent(number, size);
            }
        }
    }

    /** Takes a line of UIDL: a number and a name. */
    public void uid(String line) {
        int space = line.indexOf(' ');
        int number = number(line, space);
        if (number > 0) {
            String uid = line.substring(space + 1).strip();
            if (isUid(uid)) {
                uids.putIfAbsent(number, uid);
            }
        }
    }

    private static boolean isUid(String uid) {
        return !uid.isEmpty() && uid.length() <= LONGEST_UID && uid.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static int number(String line, int space) {
        return space < 1 ? -1 : (int) decimal(line.substring(0, space), 9);
    }

    private static long decimal(String digits, int most) {
        if (digits.isEmpty() || digits.length() > most || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Long.parseLong(digits);
    }

    /** The messages by number. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(sizes.size());
        sizes.forEach((number, size) -> entries.add(new Entry(number, size, uid(number))));
        return List.copyOf(entries);
    }

    private Optional<String> uid(int number) {
        @Nullable String uid = uids.get(number);
        return Optional.ofNullable(uid);
    }

    /** Reads the text of a reply to STAT. */
    public static Optional<Drop> drop(String text) {
        int space = text.indexOf(' ');
        if (space < 1) {
            return Optional.empty();
        }
        int end = text.indexOf(' ', space + 1);
        long messages = decimal(text.substring(0, space), 9);
        long octets = decimal(text.substring(space + 1, end < 0 ? text.length() : end), 18);
        return messages < 0 || octets < 0 ? Optional.empty() : Optional.of(new Drop(messages, octets));
    }
}
