package dev.tegami.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ResolverTest {
    @Test
    void exchangersComeBestFirst() throws Exception {
        try (NameServer server = new NameServer()
                .answer("example.org", 15, NameServer.mx(20, "b.example.org"))
                .answer("example.org", 15, NameServer.mx(10, "a.example.org"))) {
            assertThat(new PlatformResolver(server.url()).exchangers("example.org"))
                    .containsExactly(new MailExchanger(10, "a.example.org"), new MailExchanger(20, "b.example.org"));
        }
    }

    @Test
    void aDomainMaySayThatItTakesNoMail() throws Exception {
        try (NameServer server = new NameServer().answer("example.org", 15, NameServer.mx(0, ""))) {
            assertThat(new PlatformResolver(server.url()).exchangers("example.org."))
                    .singleElement()
                    .matches(MailExchanger::isNull);
        }
    }

    @Test
    void labelsAreConverted() throws Exception {
        try (NameServer server = new NameServer().answer("xn--bcher-kva.example", 15, NameServer.mx(1, "mx.example"))) {
            assertThat(new PlatformResolver(server.url()).exchangers("bücher.example"))
                    .hasSize(1);
        }
    }

    @Test
    void stringsOfOneTextAreJoined() throws Exception {
        try (NameServer server =
                new NameServer().answer("_mta-sts.example.org", 16, NameServer.txt("v=STSv1; id=2026", "0101;"))) {
            assertThat(new PlatformResolver(server.url()).texts("_mta-sts.example.org"))
                    .containsExactly("v=STSv1; id=20260101;");
        }
    }

    @Test
    void anUnknownNameHasNoRecords() throws Exception {
        try (NameServer server = new NameServer()) {
            assertThat(new PlatformResolver(server.url()).exchangers("nowhere.example"))
                    .isEmpty();
        }
    }

    @Test
    void aBrokenServerIsNoEmptyAnswer() throws Exception {
        try (NameServer server = new NameServer().failing()) {
            assertThatThrownBy(() -> new PlatformResolver(server.url()).exchangers("example.org"))
                    .isInstanceOf(DnsFailed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a\"b", "a b", ""})
    void otherThanNamesIsRefused(String name) {
        assertThatThrownBy(() -> new PlatformResolver("dns://127.0.0.1:1").texts(name))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
