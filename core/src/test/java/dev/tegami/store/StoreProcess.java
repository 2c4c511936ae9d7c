package dev.tegami.store;

import dev.tegami.mime.Source;
import dev.tegami.testkit.ChildProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that delivers messages to a store for ever and says so after each, or deletes and flags without end: to be
 * killed. Arguments: the kind of store, its path, what to do, a name for its messages.
 */
final class StoreProcess {
    enum Work {
        DELIVER,
        REWRITE
    }

    private StoreProcess() {}

    static Store open(String kind, Path path) throws IOException {
        return kind.equals("MAILDIR") ? Maildir.create(path) : Mbox.at(path);
    }

    static Source letter(String name) {
        return Source.of(("Subject: " + name + "\r\n\r\n" + ("From " + name + "\r\n>From\r\n").repeat(500))
                .getBytes(StandardCharsets.US_ASCII));
    }

    static Process start(String kind, Path path, Work work, String name) throws IOException {
        return ChildProcess.of(StoreProcess.class, kind, path.toString(), work.name(), name)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        Store store = open(arguments[0], Path.of(arguments[1]));
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.US_ASCII);
        boolean delivers = Work.valueOf(arguments[2]) == Work.DELIVER;
        for (int i = 0; ; i++) {
            String name = arguments[3] + "-" + i;
            store.deliver(letter(name));
            if (!delivers) {
                List<Stored> mine = store.search(
                        header -> header.first("Subject").orElseThrow().value().equals(name));
                store.flag(mine.get(0), java.util.Set.of(StoreFlag.SEEN));
                store.delete(store.search(
                        header -> header.first("Subject").orElseThrow().value().equals(name)));
            }
            out.println(name);
        }
    }
}
