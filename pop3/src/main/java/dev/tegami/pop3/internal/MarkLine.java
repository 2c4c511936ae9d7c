package dev.tegami.pop3.internal;

import dev.tegami.pop3.Mark;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The lines of a memory file: words separated by spaces, the last one a checksum of those before it. */
public final class MarkLine {
    private static final String KEEP = "mark";
    private static final String FORGET = "forget";

    private MarkLine() {}

    /** The line, with its LF, that remembers a mark. */
    public static String write(Mark mark) {
        return line(Stream.of(
                KEEP,
                mark.key(),
                mark.state().name(),
                Long.toString(mark.size()),
                mark.headerHash(),
                mark.hash(),
                mark.since().toString(),
                mark.gone().map(Instant::toString).orElse(""),
                mark.name(),
                mark.place()));
    }

    /** The line, with its LF, that forgets one. */
    public static String forget(String key) {
        return line(Stream.of(FORGET, key));
    }

    private static String line(Stream<String> words) {
        String text = words.map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
        return text + " " + checksum(text) + "\n";
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    /** Applies a line, without its LF, to what is remembered; a damaged one changes nothing. */
    public static void apply(String line, Map<String, Mark> marks) {
        int end = line.lastIndexOf(' ');
        if (end < 0 || !line.substring(end + 1).equals(checksum(line.substring(0, end)))) {
            return;
        }
        List<String> words = Stream.of(line.substring(0, end).split(" ", -1))
                .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                .toList();
        if (words.get(0).equals(FORGET) && words.size() == 2) {
            marks.remove(words.get(1));
        } else if (words.get(0).equals(KEEP) && words.size() == 10) {
            read(words).ifPresent(mark -> marks.put(mark.key(), mark));
        }
    }

    private static Optional<Mark> read(List<String> words) {
        try {
            return Optional.of(new Mark(
                    words.get(1),
                    Mark.State.valueOf(words.get(2)),
                    Long.parseLong(words.get(3)),
                    words.get(4),
                    words.get(5),
                    Instant.parse(words.get(6)),
                    words.get(7).isEmpty() ? Optional.empty() : Optional.of(Instant.parse(words.get(7))),
                    words.get(8),
                    words.get(9)));
        } catch (IllegalArgumentException | DateTimeException e) {
            // Its checksum is right, so another version of this library wrote it.
            return Optional.empty();
        }
    }
}
