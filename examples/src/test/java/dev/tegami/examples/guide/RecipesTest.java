package dev.tegami.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.examples.DemoAuthority;
import dev.tegami.examples.DemoServers;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapPool;
import dev.tegami.imap.ImapRefused;
import dev.tegami.smtp.Smtp;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The guide's recipes for what applications are made with. */
class RecipesTest {
    @Test
    void aSpanHasWhatWasSaidOnTheWireAndNoPassword() throws IOException, GeneralSecurityException {
        DemoAuthority authority = new DemoAuthority();
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        List<SpanData> finished;
        try (DemoServers servers = DemoServers.start(authority, "bob@example.org", "geheim");
                SdkTracerProvider tracing = SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build()) {
            Tracer tracer = tracing.get("guide");
            Imap imap = Observing.traced(Imap.at(DemoServers.HOST)
                    .port(servers.imapPort())
                    .trust(authority.certificate())
                    .login("bob@example.org", "geheim"));
            assertThat(Observing.spanned(tracer, "unread", () -> WithTegami.readUnread(imap)))
                    .isEmpty();
            assertThatThrownBy(() -> Observing.spanned(tracer, "nowhere", () -> {
                        try (var session = imap.open()) {
                            return session.examine("nowhere");
                        }
                    }))
                    .isInstanceOf(ImapRefused.class);
            finished = spans.getFinishedSpanItems();
        }
        assertThat(finished).extracting(SpanData::getName).containsExactly("unread", "nowhere");
        assertThat(finished.get(0).getEvents())
                .anySatisfy(event -> assertThat(event.getName()).contains("SELECT"))
                .noneSatisfy(event -> assertThat(event.getName()).contains("geheim"));
        assertThat(finished.get(1).getEvents())
                .extracting(event -> event.getName())
                .contains("exception");
    }

    @Test
    void springMakesDoorsOfPropertiesAndClosesPools() {
        ImapPool mailboxes;
        SpringApplication application = new SpringApplication(WithSpring.class);
        try (ConfigurableApplicationContext context = application.run(
                "--mail.smtp=smtp.example.org",
                "--mail.imap=imap.example.org",
                "--mail.user=ada",
                "--mail.password=secret",
                "--spring.main.banner-mode=off")) {
            assertThat(context.getBean(Smtp.class).options().server().host()).isEqualTo("smtp.example.org");
            mailboxes = context.getBean(ImapPool.class);
            assertThat(mailboxes.connections()).isZero();
        }
        assertThatThrownBy(() -> mailboxes.session(session -> session))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
