package dev.tegami.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file system of half a megabyte in memory. Needs root for the mount; the test is skipped for others, by name. */
public final class SmallDisk implements AutoCloseable {
    private static final int PAGE = 4096;
    private static final int PAGES = 128;

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** Mounts one on a directory. */
    public static SmallDisk mount(Path directory) {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + PAGES * PAGE, "tmpfs", directory.toString());
        assumeTrue(mounted, "a small file system for a full disk cannot be mounted here (root only)");
        return new SmallDisk(directory);
    }

    /** Fills it up, so that so many octets, in whole pages, are left. */
    public void leave(int octets) throws IOException {
        Path ballast = place.resolve("ballast");
        Files.deleteIfExists(ballast);
        long usable = Files.getFileStore(place).getUsableSpace();
        long size = Math.max(0, usable - (octets / PAGE) * (long) PAGE);
        byte[] page = new byte[PAGE];
        Arrays.fill(page, (byte) 1);
        try (var out = Files.newOutputStream(ballast)) {
            for (long written = 0; written < size; written += PAGE) {
                out.write(page);
            }
        }
    }

    @Override
    public void close() {
        assertThat(run("umount", place.toString())).isTrue();
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
