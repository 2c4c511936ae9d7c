package dev.tegami.mime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that HTML names by a relative path in {@code src} or {@code background}, inside given directories and
 * nowhere else: links that lead out of a directory are not followed.
 */
final class HtmlResources {
    private static final Pattern REFERENCE = Pattern.compile(
            "(\\b(?:src|background)\\s*=\\s*)([\"'])([^\"'<>\\r\\n]{1,512})\\2", Pattern.CASE_INSENSITIVE);

    private final List<Path> bases;
    private final Supplier<String> ids;
    private final Map<Path, String> found = new LinkedHashMap<>();

    HtmlResources(List<Path> bases, Supplier<String> ids) throws IOException {
        this.bases = new ArrayList<>(bases.size());
        for (Path base : bases) {
            this.bases.add(base.toRealPath());
        }
        this.ids = ids;
    }

    /** The HTML with {@code cid:} in the place of every file that was found. */
    String resolve(String html) throws IOException {
        Matcher matcher = REFERENCE.matcher(html);
        StringBuilder out = new StringBuilder(html.length());
        while (matcher.find()) {
            String id = id(matcher.group(3));
            String text = id.isEmpty()
                    ? matcher.group()
                    : matcher.group(1) + matcher.group(2) + "cid:" + id + matcher.group(2);
            matcher.appendReplacement(out, Matcher.quoteReplacement(text));
        }
        return matcher.appendTail(out).toString();
    }

    /** The files found, as parts. */
    List<Part> parts(TransferEncoding encoding) throws IOException {
        List<Part> parts = new ArrayList<>(found.size());
        for (Map.Entry<Path, String> entry : found.entrySet()) {
            Path name = entry.getKey().getFileName();
            String fileName = name == null ? "" : name.toString();
            parts.add(Attachments.inline(
                    entry.getValue(), fileName, MediaTypes.of(fileName), Source.of(entry.getKey()), encoding));
        }
        return parts;
    }

    private String id(String reference) throws IOException {
        if (reference.indexOf(':') >= 0 || reference.startsWith("/") || reference.startsWith("\\")) {
            return "";
        }
        for (Path base : bases) {
            Path file = inside(base, reference);
            if (file != null) {
                return found.computeIfAbsent(file, path -> ids.get() + "@inline");
            }
        }
        return "";
    }

    private static @Nullable Path inside(Path base, String reference) throws IOException {
        try {
            Path file = base.resolve(reference).normalize();
            if (!file.startsWith(base) || !Files.isRegularFile(file)) {
                return null;
            }
            Path real = file.toRealPath();
            return real.startsWith(base) ? real : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
