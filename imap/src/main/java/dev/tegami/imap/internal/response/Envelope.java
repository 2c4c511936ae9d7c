package dev.tegami.imap.internal.response;

import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ENVELOPE, as on the wire. */
public record Envelope(
        @Nullable String date,
        @Nullable String subject,
        List<Who> from,
        List<Who> sender,
        List<Who> replyTo,
        List<Who> to,
        List<Who> cc,
        List<Who> bcc,
        @Nullable String inReplyTo,
        @Nullable String messageId) {

    /** One address structure; without host it begins a group, without both it ends one. */
    public record Who(
            @Nullable String name,
            @Nullable String mailbox,
            @Nullable String host) {}

    static Envelope parse(Tokens in) throws BadSyntax {
        in.expect('(');
        String date = text(in);
        String subject = text(in);
        List<Who> from = people(in);
        List<Who> sender = people(in);
        List<Who> replyTo = people(in);
        List<Who> to = people(in);
        List<Who> cc = people(in);
        List<Who> bcc = people(in);
        String inReplyTo = text(in);
        String messageId = text(in);
        in.expect(')');
        return new Envelope(date, subject, from, sender, replyTo, to, cc, bcc, inReplyTo, messageId);
    }

    private static @Nullable String text(Tokens in) throws BadSyntax {
        String text = in.nstring();
        in.blanks();
        return text;
    }

    private static List<Who> people(Tokens in) throws BadSyntax {
        if (!in.next('(')) {
            text(in);
            return List.of();
        }
        List<Who> people = new ArrayList<>(2);
        while (!in.next(')')) {
            in.expect('(');
            String name = text(in);
            text(in);
            String mailbox = text(in);
            String host = text(in);
            in.expect(')');
            in.blanks();
            people.add(new Who(name, mailbox, host));
        }
        in.blanks();
        return people;
    }
}
