package dev.tegami.imap.internal.command;

import dev.tegami.imap.Flag;
import dev.tegami.imap.internal.response.Condition;
import dev.tegami.imap.internal.response.Count;
import dev.tegami.imap.internal.response.Flags;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SELECT and EXAMINE (RFC 9051 §6.3.2). */
public final class Select implements Command<Select.Selected> {
    private final String name;
    private final String folder;
    private long exists;
    private long uidValidity;
    private long uidNext;
    private long highestModSeq;
    private Set<Flag> flags = Set.of();
    private @Nullable Set<Flag> permanentFlags;
    private String mailboxId = "";

    /** What the server said of the folder. Zero stands for nothing said. */
    public record Selected(
            long exists,
            long uidValidity,
            long uidNext,
            long highestModSeq,
            Set<Flag> flags,
            Set<Flag> permanentFlags,
            String mailboxId,
            boolean isReadOnly) {}

    public Select(String name, String folder) {
        this.name = name;
        this.folder = folder;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(Script script) {
        script.raw(name).raw(" ").folder(folder);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof Count count && count.name().equals("EXISTS")) {
            exists = count.number();
        } else if (response instanceof Flags given) {
            flags = given.flags();
        } else if (response instanceof Condition condition && condition.kind().equals("OK")) {
            return code(condition);
        } else {
            return response instanceof Count count && count.name().equals("RECENT");
        }
        return true;
    }

    private boolean code(Condition condition) {
        long number = number(condition.code().arguments());
        switch (condition.code().name().toUpperCase(java.util.Locale.ROOT)) {
            case "UIDVALIDITY" -> uidValidity = number;
            case "UIDNEXT" -> uidNext = number;
            case "HIGHESTMODSEQ" -> highestModSeq = number;
            case "PERMANENTFLAGS" ->
                permanentFlags = Flags.parse(condition.code().arguments());
            case "MAILBOXID" -> mailboxId = condition.code().arguments().replaceAll("[()]", "");
            case "ALERT", "INPROGRESS" -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    @Override
    public Selected result(Tagged done) {
        boolean readOnly = name.equals("EXAMINE") || done.code().is("READ-ONLY");
        Set<Flag> lasting = permanentFlags == null ? flags : permanentFlags; // RFC 9051 §7.1: without it, all of them
        return new Selected(exists, uidValidity, uidNext, highestModSeq, flags, lasting, mailboxId, readOnly);
    }
}
