package dev.tegami.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Makes bundles of what is none: of directories of classes, and of SCRAM's four jars one, as the guide says. */
final class Bundles {
    private final Path folder;

    Bundles(Path folder) {
        this.folder = folder;
    }

    List<Path> ofTheLibrary() throws IOException {
        List<Path> bundles = new ArrayList<>();
        List<Path> scram = new ArrayList<>();
        for (Path place : OutsideProgram.library()) {
            String name = place.getFileName().toString();
            if (Files.isDirectory(place)) {
                bundles.add(packed(place));
            } else if (name.startsWith("scram-") || name.startsWith("saslprep") || name.startsWith("stringprep")) {
                scram.add(place);
            } else {
                bundles.add(place);
            }
        }
        bundles.add(merged("scram", scram));
        return bundles;
    }

    /** A bundle of a directory of classes. */
    Path pack(String name, Map<String, String> headers, Path classes) throws IOException {
        return write(name, manifest(name, headers), List.of(classes));
    }

    /** A module that is not packed yet: its manifest lies beside its classes. */
    private Path packed(Path classes) throws IOException {
        Path manifest = classes.resolveSibling("bundle/MANIFEST.MF");
        try (InputStream in = Files.newInputStream(manifest)) {
            return write(classes.toString().replaceAll("\\W", "-"), new Manifest(in), List.of(classes));
        }
    }

    private Path merged(String name, List<Path> jars) throws IOException {
        List<FileSystem> open = new ArrayList<>();
        try {
            TreeSet<String> packages = new TreeSet<>();
            List<Path> roots = new ArrayList<>();
            for (Path jar : jars) {
                FileSystem files = FileSystems.newFileSystem(jar);
                open.add(files);
                Path root = files.getPath("/");
                roots.add(root);
                files(root)
                        .filter(file -> file.startsWith("/com/ongres"))
                        .forEach(file -> packages.add(
                                root.relativize(file.getParent()).toString().replace('/', '.')));
            }
            Map<String, String> headers = Map.of(
                    "Export-Package", String.join(",", packages), "Import-Package", "javax.crypto,javax.crypto.spec");
            return write(name, manifest(name, headers), roots);
        } finally {
            for (FileSystem files : open) {
                files.close();
            }
        }
    }

    private static Manifest manifest(String name, Map<String, String> headers) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        headers.forEach(main::putValue);
        return manifest;
    }

    private Path write(String name, Manifest manifest, List<Path> roots) throws IOException {
        Path bundle = folder.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(bundle);
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            for (Path root : roots) {
                for (Path content : files(root).toList()) {
                    String entry = root.relativize(content).toString().replace('\\', '/');
                    if (entry.endsWith(".class") || entry.startsWith("META-INF/services/")) {
                        jar.putNextEntry(new JarEntry(entry));
                        Files.copy(content, jar);
                        jar.closeEntry();
                    }
                }
            }
        }
        return bundle;
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("META-INF/versions/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
