package dev.tegami.examples.guide;

import dev.tegami.MailException;
import dev.tegami.imap.Imap;
import dev.tegami.net.TraceEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.function.Supplier;
import jdk.jfr.consumer.RecordingStream;

/** What happens, told to others. */
final class Observing {
    private Observing() {}

    static RecordingStream measure(MeterRegistry registry) {
        RecordingStream events = new RecordingStream();
        events.enable("dev.tegami.Command").withoutThreshold();
        events.onEvent(
                "dev.tegami.Command",
                event -> registry.timer(
                                "mail.command",
                                "server",
                                event.getString("server"),
                                "command",
                                event.getString("command"))
                        .record(Duration.ofNanos(event.getDuration().toNanos())));
        events.startAsync();
        return events;
    }

    static Imap traced(Imap imap) {
        return imap.trace(event -> Span.current().addEvent(event.kind() + " " + event.text()));
    }

    static <R> R spanned(Tracer tracer, String name, Supplier<R> work) {
        Span span = tracer.spanBuilder(name).startSpan();
        Scope scope = span.makeCurrent();
        try {
            return work.get();
        } catch (MailException e) {
            span.recordException(e).setAttribute("transient", e.isTransient());
            throw e;
        } finally {
            scope.close();
            span.end();
        }
    }

    static Imap logged(Imap imap, System.Logger log) {
        return imap.trace((TraceEvent event) -> log.log(System.Logger.Level.DEBUG, event.toString()));
    }
}
