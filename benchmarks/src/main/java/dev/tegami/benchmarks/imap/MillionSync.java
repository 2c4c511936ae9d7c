package dev.tegami.benchmarks.imap;

import dev.tegami.imap.Change;
import dev.tegami.imap.Folder;
import dev.tegami.imap.FolderState;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Syncs folders of 10,000, 100,000 and 1,000,000 messages with a simulated server: the first time, again without a
 * change, and again with every hundredth message changed. Prints milliseconds, CPU of the syncing thread and octets of
 * state per message.
 */
public final class MillionSync {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private MillionSync() {}

    /**
     * Runs.
     *
     * @param arguments none
     * @throws IOException if there is no loopback
     */
    public static void main(String[] arguments) throws IOException {
        for (int round = 0; round < 2; round++) {
            for (int messages : new int[] {10_000, 100_000, 1_000_000}) {
                for (String ability : new String[] {"", " CONDSTORE", " ENABLE UNSELECT CONDSTORE QRESYNC"}) {
                    measure(messages, ability);
                }
            }
        }
    }

    private static void measure(int messages, String ability) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> serve(listener, messages, ability));
            server.setDaemon(true);
            server.start();
            Imap imap = Imap.at("127.0.0.1").port(listener.getLocalPort()).insecurePlaintext();
            try (ImapSession session = imap.open()) {
                Folder folder = session.select("INBOX");
                FolderState state = sync("first", messages, ability, folder, FolderState.empty());
                state = sync("again", messages, ability, folder, state);
                session.select("INBOX");
                sync("changed", messages, ability, session.select("INBOX"), state);
                System.out.printf(
                        "%-12s %-40s %9d %8.2f octets a message%n",
                        "state", ability, messages, (double) state.toBytes().length / messages);
            }
        }
    }

    private static FolderState sync(String what, int messages, String ability, Folder folder, FolderState before) {
        AtomicLong changes = new AtomicLong();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        FolderState after = folder.sync(before, (Change change) -> changes.incrementAndGet());
        System.out.printf(
                "%-12s %-40s %9d %8.0f ms %8.0f ms CPU %9d facts%n",
                what,
                ability,
                messages,
                (System.nanoTime() - wall) / 1e6,
                (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6,
                changes.get());
        return after;
    }

    private static void serve(ServerSocket listener, int messages, String ability) {
        try (Socket socket = listener.accept();
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = socket.getOutputStream()) {
            write(out, "* PREAUTH [CAPABILITY IMAP4rev1" + ability + "] ready\r\n");
            int selects = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String tag = line.substring(0, line.indexOf(' '));
                if (line.contains("SELECT") && !line.contains("UNSELECT")) {
                    selects++;
                    write(out, "* " + messages + " EXISTS\r\n* OK [UIDVALIDITY 7] epoch\r\n");
                    if (!ability.isEmpty()) {
                        write(out, "* OK [HIGHESTMODSEQ " + (selects > 2 ? 20 : 10) + "] highest\r\n");
                    }
                } else if (line.contains("UID FETCH")) {
                    fetch(out, messages, selects > 2, !ability.isEmpty(), line.contains("CHANGEDSINCE"));
                } else if (line.contains("ENABLE")) {
                    write(out, "* ENABLED QRESYNC\r\n");
                }
                write(out, tag + " OK done\r\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fetch(OutputStream out, int messages, boolean changed, boolean modSeq, boolean since)
            throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= messages; i++) {
            boolean differs = changed && i % 100 == 0;
            if (since && !differs) {
                continue;
            }
            text.append("* ").append(i).append(" FETCH (UID ").append(3L * i).append(" FLAGS (\\Seen");
            text.append(differs ? " \\Flagged)" : i % 3 == 0 ? " $Forwarded)" : ")");
            text.append(modSeq ? differs ? " MODSEQ (20))\r\n" : " MODSEQ (10))\r\n" : ")\r\n");
            if (text.length() > 60_000) {
                write(out, text.toString());
                text.setLength(0);
            }
        }
        write(out, text.toString());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
