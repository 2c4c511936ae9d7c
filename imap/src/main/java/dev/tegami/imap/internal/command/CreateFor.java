package dev.tegami.imap.internal.command;

import dev.tegami.imap.SpecialUse;
import dev.tegami.imap.internal.wire.Script;
import java.util.List;
import java.util.stream.Collectors;

/** CREATE of a folder that is for something (RFC 6154 §3). */
public record CreateFor(String folder, List<SpecialUse> uses) implements Simple {
    @Override
    public String name() {
        return "CREATE";
    }

    @Override
    public void write(Script script) {
        String all = uses.stream().map(SpecialUse::attribute).collect(Collectors.joining(" "));
        script.raw("CREATE ").folder(folder).raw(" (USE (" + all + "))");
    }
}
