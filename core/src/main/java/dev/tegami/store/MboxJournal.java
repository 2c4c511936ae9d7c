package dev.tegami.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An append about to be made: where it begins, how many line ends come first, and the files whose octets follow. It is
 * on disk before the first octet is appended; the files disappear only after the last one is.
 */
record MboxJournal(long offset, int lineEnds, List<String> names) {
    private static final String END = "end";

    static Path path(Path mbox) {
        return mbox.resolveSibling("." + Disk.fileName(mbox) + ".tegami-journal");
    }

    void write(Path mbox) throws IOException {
        String text =
                offset + " " + lineEnds + "\n" + names.stream().collect(Collectors.joining("\n")) + "\n" + END + "\n";
        Files.write(path(mbox), text.getBytes(StandardCharsets.US_ASCII));
        Disk.sync(path(mbox));
        Disk.syncDirectory(Disk.parent(mbox));
    }

    /** The append that was interrupted. A journal without its end was interrupted itself: nothing was appended. */
    static Optional<MboxJournal> read(Path mbox) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(path(mbox), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() < 3
                || !lines.get(lines.size() - 1).equals(END)
                || !lines.get(0).matches("\\d{1,18} [012]")) {
            remove(mbox);
            return Optional.empty();
        }
        String place = lines.get(0);
        int space = place.indexOf(' ');
        List<String> names = lines.subList(1, lines.size() - 1);
        names.forEach(UniqueName::checked);
        return Optional.of(new MboxJournal(
                Long.parseLong(place.substring(0, space)),
                Integer.parseInt(place.substring(space + 1)),
                List.copyOf(names)));
    }

    static void remove(Path mbox) throws IOException {
        Files.deleteIfExists(path(mbox));
    }

    byte[] prefix() {
        return "\n".repeat(lineEnds).getBytes(StandardCharsets.US_ASCII);
    }
}
