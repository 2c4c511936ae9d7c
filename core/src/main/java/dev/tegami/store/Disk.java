package dev.tegami.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

/** The steps that make a change of a directory or file survive a crash of the machine. */
final class Disk {
    private Disk() {}

    /** Makes creations, renames and deletions in a directory durable, where the platform has such a call. */
    static void syncDirectory(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            sync(directory);
        }
    }

    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes a directory, and those above it, for the owner's eyes only. */
    static void createPrivate(Path directory) throws IOException {
        Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
    }

    /** Creation attributes for private files, where the platform has them. */
    static FileAttribute<?>[] ownerOnly(Path near, String permissions) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    static void copyPermissions(Path from, Path to) throws IOException {
        if (from.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    /** Puts a file in the place of another in one step and makes that durable. */
    static void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncDirectory(parent(to));
    }

    /** Deletes the files of a directory that were last changed longer ago than an age. */
    static int deleteOlder(Path directory, DirectoryStream.Filter<Path> which, Duration age) throws IOException {
        Instant limit = Instant.now().minus(age);
        int deleted = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, which)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit) && Files.deleteIfExists(file)) {
                    deleted++;
                }
            }
        }
        return deleted;
    }

    static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " has no directory");
        }
        return parent;
    }

    static String fileName(Path file) {
        Path name = file.getFileName();
        if (name == null) {
            throw new IllegalArgumentException(file + " has no name");
        }
        return name.toString();
    }
}
