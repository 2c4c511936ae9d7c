package dev.tegami.mime;

import dev.tegami.internal.mime.HtmlLinks;
import dev.tegami.internal.mime.PercentCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that HTML names by a relative address, inside given directories and nowhere else. An address is
 * decoded once and then judged: what names a scheme, a drive, a host or a root, or leads out of a directory by dots or
 * links, is left as it stands.
 */
final class HtmlResources {
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
        return HtmlLinks.replace(html, this::cid);
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

    private String cid(String address) throws IOException {
        String path = PercentCode.decode(withoutQuery(address));
        if (path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0) {
            return "";
        }
        for (Path base : bases) {
            Path file = inside(base, path);
            if (file != null) {
                return "cid:" + found.computeIfAbsent(file, each -> ids.get() + "@inline");
            }
        }
        return "";
    }

    private static String withoutQuery(String address) {
        int n = address.length();
        for (int i = 0; i < n; i++) {
            char c = address.charAt(i);
            if (c == '?' || c == '#') {
                return address.substring(0, i);
            }
        }
        return address;
    }

    private static @Nullable Path inside(Path base, String path) throws IOException {
        try {
            Path file = base.resolve(path).normalize();
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
