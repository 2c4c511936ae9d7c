package dev.tegami.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compiled classes, read from a directory and not from the class path, which would miss a named module. */
final class HouseClasses {
    private HouseClasses() {}

    static JavaClasses none() {
        return new ClassFileImporter().importClasses();
    }

    static JavaClasses of(Path directory) {
        return Files.isDirectory(directory) ? new ClassFileImporter().importPath(directory) : none();
    }
}
