package dev.tegami.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** File names that no other process on any machine makes: time, process, counter and 64 random bits. */
final class UniqueName {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong COUNTER = new AtomicLong();
    private static final String HOST = host();

    private UniqueName() {}

    static String next() {
        Instant now = Instant.now();
        return now.getEpochSecond() + ".M" + String.format(Locale.ROOT, "%06d", now.getNano() / 1000) + "P"
                + ProcessHandle.current().pid() + "Q" + String.format(Locale.ROOT, "%08d", COUNTER.incrementAndGet())
                + "R"
                + Long.toHexString(RANDOM.nextLong()) + "." + HOST;
    }

    /** The host's name for human readers only, so no look-up that could block. */
    private static String host() {
        String name = System.getenv("HOSTNAME");
        String safe = name == null ? "" : name.replaceAll("[^A-Za-z0-9.-]", "");
        return safe.isEmpty() ? "localhost" : safe;
    }

    /** Whether a name could have been made here; anything else (a path, say) is refused before it touches a file. */
    static String checked(String name) {
        if (!name.matches("[A-Za-z0-9.-]{1,200}") || name.startsWith(".")) {
            throw new IllegalArgumentException("not the name of a staged message");
        }
        return name;
    }

    static Duration age(String name) {
        return Duration.between(Instant.ofEpochSecond(second(name)), Instant.now());
    }

    /** The second a name was made in, or 0 for names of other programs. */
    static long second(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && dot < 12 && name.chars().limit(dot).allMatch(c -> c >= '0' && c <= '9')
                ? Long.parseLong(name.substring(0, dot))
                : 0;
    }
}
