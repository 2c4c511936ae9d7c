package dev.tegami.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class ProgramTest {
    @Command(name = "broken")
    private static final class Broken implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("of a stranger: \u001b[31m\u202e");
        }
    }

    @Test
    void anErrorOfTheProgramTellsWhereAndDoesNotSteerTheTerminal() {
        Run run = Run.program(terminal -> new Broken(), Map.of());
        assertThat(run.code()).isEqualTo(Exit.BUG);
        assertThat(run.err())
                .contains("IllegalStateException: of a stranger: \uFFFD[31m\uFFFD", "\tat ", "Broken.call")
                .doesNotContain("\u001b", "\u202e");
    }
}
