package dev.tegami.imap.internal.response;

import org.jspecify.annotations.Nullable;

/** The octets of a section or of a part of one; whoever takes them owns them. */
public final class Stretch {
    private final String spec;
    private final long origin;
    private final byte @Nullable [] octets;

    Stretch(String spec, long origin, byte @Nullable [] octets) {
        this.spec = spec;
        this.origin = origin;
        this.octets = octets;
    }

    Stretch mended(Fetched.Mend mend) {
        byte[] given = octets;
        return given == null || origin >= 0 ? this : new Stretch(spec, origin, mend.apply(spec, given));
    }

    /** The section without brackets, in capitals. */
    public String spec() {
        return spec;
    }

    /** Where it begins in the section, or -1 where it is all of it. */
    public long origin() {
        return origin;
    }

    /** The octets, or null where the server has no such section. */
    public byte @Nullable [] octets() {
        return octets;
    }
}
