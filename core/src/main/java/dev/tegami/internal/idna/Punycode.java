package dev.tegami.internal.idna;

import org.jspecify.annotations.Nullable;

/** Punycode (RFC 3492): the ASCII form of a label without its {@code xn--}. */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 128;

    /** No label is longer, which also keeps the arithmetic within an int. */
    private static final int LONGEST = 63;

    private Punycode() {}

    /** Encodes a label of at most 63 characters; a longer one has no ASCII form: null. */
    static @Nullable String encode(String label) {
        int[] input = label.codePoints().toArray();
        if (input.length > LONGEST) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        for (int c : input) {
            if (c < INITIAL_N) {
                out.append((char) c);
            }
        }
        int basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        int n = INITIAL_N;
        int delta = 0;
        int bias = INITIAL_BIAS;
        int handled = basic;
        while (handled < input.length) {
            int next = smallestFrom(input, n);
            delta += (next - n) * (handled + 1);
            n = next;
            for (int c : input) {
                delta += c < n ? 1 : 0;
                if (c == n) {
                    number(out, delta, bias);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
        return out.toString();
    }

    private static int smallestFrom(int[] input, int least) {
        int smallest = Integer.MAX_VALUE;
        for (int c : input) {
            if (c >= least && c < smallest) {
                smallest = c;
            }
        }
        return smallest;
    }

    private static void number(StringBuilder out, int delta, int bias) {
        int q = delta;
        for (int k = BASE; ; k += BASE) {
            int t = threshold(k, bias);
            if (q < t) {
                out.append(digit(q));
                return;
            }
            out.append(digit(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
        }
    }

    /** Decodes, or gives null for what no label encodes to. */
    static @Nullable String decode(String encoded) {
        if (encoded.length() > LONGEST) {
            return null;
        }
        int dash = Math.max(0, encoded.lastIndexOf('-'));
        StringBuilder out = new StringBuilder(encoded.substring(0, dash));
        int at = dash > 0 ? dash + 1 : dash;
        long n = INITIAL_N;
        long i = 0;
        int bias = INITIAL_BIAS;
        int count = dash;
        while (at < encoded.length()) {
            long before = i;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int value = at < encoded.length() ? Character.digit(encoded.charAt(at++), 36) : -1;
                if (value < 0) {
                    return null;
                }
                int digit = value < 10 ? value + 26 : value - 10;
                i += digit * weight;
                int t = threshold(k, bias);
                if (digit < t) {
                    break;
                }
                weight *= BASE - t;
                if (i > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
                    return null;
                }
            }
            count++;
            bias = adapt((int) Math.min(Integer.MAX_VALUE, i - before), count, before == 0);
            n += i / count;
            i %= count;
            if (n > Character.MAX_CODE_POINT || (n >= 0xD800 && n < 0xE000)) {
                return null;
            }
            out.insert(out.offsetByCodePoints(0, (int) i), Character.toChars((int) n));
            i++;
        }
        return out.toString();
    }

    private static int threshold(int k, int bias) {
        return Math.min(T_MAX, Math.max(T_MIN, k - bias));
    }

    private static int adapt(int delta, int count, boolean first) {
        int left = first ? delta / DAMP : delta / 2;
        left += left / count;
        int k = 0;
        while (left > (BASE - T_MIN) * T_MAX / 2) {
            left /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * left / (left + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }
}
