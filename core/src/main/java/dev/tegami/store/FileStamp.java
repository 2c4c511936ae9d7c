package dev.tegami.store;

import dev.tegami.mime.SourceChanged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an mbox was when it was indexed. It may have grown since, but not shrunk or been replaced. */
record FileStamp(long size, @Nullable Object key) {
    static final FileStamp NONE = new FileStamp(0, null);

    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(attributes.size(), attributes.fileKey());
    }

    void check(Path file) throws IOException {
        FileStamp now = of(file);
        if (now.size < size || !Objects.equals(now.key, key)) {
            throw changed(file);
        }
    }

    static SourceChanged changed(Path file) {
        return new SourceChanged(file + " was rewritten after it was listed; list it again");
    }
}
