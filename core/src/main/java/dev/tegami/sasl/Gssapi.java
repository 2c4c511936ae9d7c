package dev.tegami.sasl;

import java.security.PrivilegedAction;
import java.util.Optional;
import javax.security.auth.Subject;

/**
 * Kerberos by GSSAPI (RFC 4752). The Java platform speaks it, with the ticket of the subject that it runs under. A user
 * name is sent along, so that a ticket of somebody else's is refused instead of opening another mailbox.
 */
final class Gssapi implements Mechanism {
    private final Mechanism platform;
    private final Optional<Subject> holder;

    private Gssapi(Mechanism platform, Optional<Subject> holder) {
        this.platform = platform;
        this.holder = holder;
    }

    static Gssapi of(Credentials credentials, Proof.Kerberos ticket, Link link) {
        Credentials named =
                credentials.authorizationId().isPresent() ? credentials : credentials.actingAs(credentials.user());
        try {
            return new Gssapi(
                    withTicket(ticket.holder(), () -> JdkMechanism.of("GSSAPI", named, "", link)), ticket.holder());
        } catch (SaslDenied e) {
            throw e.why() == Denial.BAD_EXCHANGE ? noTicket(e) : e;
        }
    }

    /** The context of the subject goes with the thread, so it is set for each call. */
    private static <T> T withTicket(Optional<Subject> holder, PrivilegedAction<T> action) {
        return holder.isPresent() ? Subject.doAs(holder.get(), action) : action.run();
    }

    @Override
    public String name() {
        return "GSSAPI";
    }

    @Override
    public Optional<byte[]> initial() {
        try {
            return withTicket(holder, platform::initial);
        } catch (SaslDenied e) {
            throw noTicket(e);
        }
    }

    /** Only the deepest cause says what is missing. */
    private static SaslDenied noTicket(SaslDenied failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return new SaslDenied(Denial.NO_TICKET, failure.getMessage() + ": " + deepest.getMessage(), failure);
    }

    @Override
    public byte[] respond(byte[] challenge) {
        return withTicket(holder, () -> platform.respond(challenge));
    }

    @Override
    public boolean done() {
        return platform.done();
    }
}
