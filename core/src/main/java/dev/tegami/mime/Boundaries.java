package dev.tegami.mime;

import java.util.List;
import java.util.SplittableRandom;

/** Where the types of new multiparts get their boundaries from. */
@FunctionalInterface
interface Boundaries {
    /** Nobody can guess them, so no part can hold one. */
    Boundaries RANDOM = (type, parts) -> type;

    /** Gives the type a boundary that none of the parts holds, or leaves that to the multipart. */
    ContentType name(ContentType type, List<Part> parts);

    /** Those that follow from a seed. A message made with the same seed may be among the parts. */
    static Boundaries following(SplittableRandom random) {
        return (type, parts) -> {
            String boundary = next(random);
            while (Parts.holds(parts, boundary)) {
                boundary = next(random);
            }
            return type.with("boundary", boundary);
        };
    }

    private static String next(SplittableRandom random) {
        return "=_" + Long.toString(random.nextLong() >>> 1, 36) + Long.toString(random.nextLong() >>> 1, 36);
    }
}
