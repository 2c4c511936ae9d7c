package dev.tegami.imap.internal.response;

import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.Arrays;

/** SEARCH or SORT: numbers in the server's order. */
public final class Numbers implements Response {
    private final String name;
    private final long[] numbers;

    private Numbers(String name, long[] numbers) {
        this.name = name;
        this.numbers = numbers;
    }

    public String name() {
        return name;
    }

    /** The numbers, not to be written to. */
    public long[] numbers() {
        return numbers;
    }

    static Numbers parse(String name, Tokens in) throws BadSyntax {
        long[] found = new long[16];
        int n = 0;
        in.blanks();
        while (!in.atEnd() && in.peek() != '(') {
            if (n == found.length) {
                found = Arrays.copyOf(found, n * 2);
            }
            found[n++] = in.number();
            in.blanks();
        }
        return new Numbers(name, Arrays.copyOf(found, n));
    }
}
