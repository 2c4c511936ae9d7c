package dev.tegami.internal.mime;

import java.util.Arrays;

/**
 * The words of one element of an address list, and which runs of them are addresses without brackets: white space ends
 * such a run, unless it stands beside a dot or an at sign (RFC 5322 section 4.4).
 */
final class AddressWords {
    private final String text;
    private final StringBuilder words = new StringBuilder();
    private int runInText;
    private int runInWords;
    private int lastInText;
    private boolean isOpen;
    private boolean isEnded;
    private boolean isAddress;
    private int[] addresses = new int[4];
    private int count;

    AddressWords(String text) {
        this.text = text;
    }

    /** Takes a quoted string, as it reads and where it stands. */
    void quoted(String word, int from, int to) {
        add(word, from, to, isGlued(from) || isOpen);
        isOpen = false;
        extend(to);
    }

    /** Takes the atom that stands there. */
    void atom(int from, int to) {
        char first = text.charAt(from);
        char last = text.charAt(to - 1);
        add(text.substring(from, to), from, to, isGlued(from) || isOpen || first == '.' || first == '@');
        isOpen = last == '.' || last == '@';
        int sign = text.indexOf('@', from);
        if (!isAddress && sign >= 0 && sign < to) {
            isAddress = true;
            remember(to);
        }
        extend(to);
    }

    private void extend(int to) {
        if (isAddress) {
            addresses[count * 4 - 3] = to;
            addresses[count * 4 - 1] = words.length();
        }
    }

    private void add(String word, int from, int to, boolean goesOn) {
        if (!words.isEmpty() && !isGlued(from)) {
            words.append(' ');
        }
        if (!goesOn || isEnded || words.isEmpty()) {
            runInText = from;
            runInWords = words.length();
            isAddress = false;
        }
        isEnded = false;
        words.append(word);
        lastInText = to;
    }

    private boolean isGlued(int from) {
        return lastInText > 0 && (from == lastInText || text.charAt(from - 1) == '"');
    }

    private void remember(int to) {
        if (addresses.length < ++count * 4) {
            addresses = Arrays.copyOf(addresses, addresses.length * 2);
        }
        int at = count * 4 - 4;
        addresses[at] = runInText;
        addresses[at + 1] = to;
        addresses[at + 2] = runInWords;
        addresses[at + 3] = words.length();
    }

    /** What follows belongs to no run that came before. */
    void endRun() {
        isEnded = true;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    int length() {
        return words.length();
    }

    /** How many runs are addresses. */
    int addresses() {
        return count;
    }

    /** How many of them stand in the first {@code length} characters. */
    int addressesBefore(int length) {
        int before = 0;
        while (before < count && addresses[before * 4 + 2] < length) {
            before++;
        }
        return before;
    }

    /** The address as it is written. */
    String address(int index) {
        return text.substring(addresses[index * 4], addresses[index * 4 + 1]);
    }

    /** The words before that address and after the one before it; behind the last one those that follow it too. */
    String beside(int index) {
        int from = index == 0 ? 0 : addresses[index * 4 - 1];
        String before = words.substring(from, addresses[index * 4 + 2]).trim();
        String after = index + 1 < count
                ? ""
                : words.substring(addresses[index * 4 + 3]).trim();
        return after.isEmpty() ? before : before.isEmpty() ? after : before + " " + after;
    }

    /** Takes away the first {@code length} characters, and gives them. */
    String take(int length) {
        String taken = words.substring(0, length);
        int skipped = addressesBefore(length);
        System.arraycopy(addresses, skipped * 4, addresses, 0, (count - skipped) * 4);
        count -= skipped;
        boolean isJoined = length > 0 && length < words.length() && words.charAt(length) == ' ';
        int kept = isJoined ? length + 1 : length;
        words.delete(0, kept);
        for (int i = 0; i < count; i++) {
            addresses[i * 4 + 2] -= kept;
            addresses[i * 4 + 3] -= kept;
        }
        runInWords = Math.max(0, runInWords - kept);
        isAddress &= count > 0;
        return taken;
    }

    void clear() {
        words.setLength(0);
        count = 0;
        isOpen = false;
        isEnded = false;
        isAddress = false;
        lastInText = 0;
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
