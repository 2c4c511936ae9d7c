package dev.tegami.imap.internal.command;

import dev.tegami.imap.Annotation;
import dev.tegami.imap.MessageSet;
import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.wire.Script;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** STORE ANNOTATION (RFC 5257 §4.4). */
public record Annotate(MessageSet messages, List<Annotation> annotations) implements Simple {
    @Override
    public String name() {
        return messages instanceof UidSet ? "UID STORE" : "STORE";
    }

    @Override
    public void write(Script script) {
        script.raw(name() + " " + messages + " ANNOTATION (");
        String gap = "";
        for (Annotation each : annotations) {
            boolean removes = each.own().isEmpty() && each.shared().isEmpty();
            script.raw(gap).string(EntryName.checked(each.name())).raw(" (");
            if (removes || each.own().isPresent()) {
                value(script, "\"value.priv\" ", each.own());
            }
            if (removes || each.shared().isPresent()) {
                script.raw(removes || each.own().isPresent() ? " " : "");
                value(script, "\"value.shared\" ", each.shared());
            }
            script.raw(")");
            gap = " ";
        }
        script.raw(")");
    }

    private static void value(Script script, String name, Optional<String> value) {
        script.raw(name);
        value.ifPresentOrElse(
                text -> SetMetadata.value(script, text.getBytes(StandardCharsets.UTF_8)), () -> script.raw("NIL"));
    }
}
