package dev.tegami.mime;

import dev.tegami.LimitExceeded;
import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.Octets;
import java.io.IOException;
import java.io.InputStream;

/** Takes octets into memory, up to a limit. */
final class Bounded {
    /** What every Java can put into one array. */
    static final int LONGEST = Integer.MAX_VALUE - 16;

    private Bounded() {}

    /**
     * Reads all octets.
     *
     * @param most what they cannot exceed, or -1 if that is not known
     */
    static ArrayOctets read(Octets octets, long most, int limit) throws IOException {
        if (octets.size() > limit) {
            throw exceeded(limit);
        }
        if (most >= 0 && most <= limit) {
            return octets.inMemory();
        }
        try (InputStream in = octets.open()) {
            byte[] read = in.readNBytes(limit);
            if (read.length == limit && in.read() >= 0) {
                throw exceeded(limit);
            }
            return ArrayOctets.of(read);
        }
    }

    static LimitExceeded exceeded(int limit) {
        return new LimitExceeded("Limits.memory", limit, "stream the octets by Content.decoded(), or raise the limit");
    }
}
