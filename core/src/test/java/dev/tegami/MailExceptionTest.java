package dev.tegami;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailExceptionTest {
    @Test
    void aLimitNamesItselfAndItsValue() {
        LimitExceeded error = new LimitExceeded("maxLineLength", 998, "raise WireLimits.maxLineLength");

        assertThat(error).hasMessageContaining("maxLineLength = 998");
        assertThat(error.isTransient()).isFalse();
        assertThat(error.advice()).contains("raise");
    }
}
