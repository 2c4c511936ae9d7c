package dev.tegami.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The rules of the house, the same for every module: a module's {@code HouseRulesTest} extends this class and adds
 * nothing. They read the compiled classes and the sources of the module whose directory the test runs in.
 */
public abstract class HouseRules {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static JavaClasses main = HouseClasses.none();
    private static HouseSources sources = HouseSources.none();

    /** For the {@code HouseRulesTest} of a module. */
    protected HouseRules() {}

    @BeforeAll
    static void readTheModule() throws IOException {
        main = HouseClasses.of(MODULE.resolve("target/classes"));
        sources = HouseSources.of(MODULE.resolve("src/main/java"));
    }

    @Test
    void thePublicApiIsTheOneCheckedIn() throws IOException {
        ApiDump.of(MODULE).compareWith(MODULE.resolve("api.txt"));
    }

    @Test
    void everyArrowIsInTheDesign() {
        HouseArrows.check(main);
    }

    @Test
    void librariesAreUsedInTheRoomTheyBelongTo() {
        HouseLibraries.check(main);
    }

    @Test
    void namesAreNamesOfSubjects() {
        HouseNames.check(main);
    }

    @Test
    void nothingDependsOnTheDefaultsOfTheMachine() {
        HouseCalls.noDefaults().check(main);
    }

    @Test
    void nothingWritesToTheConsole() {
        HouseCalls.noConsole().check(main);
    }

    @Test
    void nothingSleeps() {
        HouseCalls.noSleep().check(main);
        HouseCalls.noSleep().check(HouseClasses.of(MODULE.resolve("target/test-classes")));
    }

    @Test
    void nothingIsSynchronized() {
        assertThat(sources.linesWith("\\bsynchronized\\b"))
                .as("a ReentrantLock lets a virtual thread go, a monitor holds its carrier")
                .isEmpty();
    }

    @Test
    void nothingIsLeftToDo() {
        assertThat(sources.rawLinesWith("\\b(TODO|FIXME|XXX)\\b")).isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        assertThat(sources.packagesWithout("@NullMarked")).isEmpty();
    }

    @Test
    void noFileRunsAway() {
        assertThat(sources.longerThan(300)).isEmpty();
    }
}
