package dev.tegami.smime;

import dev.tegami.smime.internal.MalformedCms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Elements of a set that may hold anything. */
final class Elements {
    private Elements() {}

    /** Reads one element. */
    interface Reading<T> {
        T of(byte[] element) throws MalformedCms;
    }

    /** Those that can be read; others are of kinds that nobody here can need. */
    static <T> List<T> all(List<byte[]> elements, Reading<T> reading) {
        List<T> values = new ArrayList<>();
        for (byte[] element : elements) {
            Optional<T> value;
            try {
                value = Optional.of(reading.of(element));
            } catch (MalformedCms e) {
                value = Optional.empty();
            }
            value.ifPresent(values::add);
        }
        return values;
    }
}
