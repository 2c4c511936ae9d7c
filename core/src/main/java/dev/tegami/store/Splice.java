package dev.tegami.store;

import dev.tegami.mime.Source;
import java.util.List;

/** A change of a file: what takes the place of the octets from one offset up to another. */
record Splice(long from, long to, List<Source> replacement) {
    static Splice delete(long from, long to) {
        return new Splice(from, to, List.of());
    }
}
