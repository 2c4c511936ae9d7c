package dev.tegami.pop3.internal;

import java.io.IOException;
import java.util.List;

/**
 * Sends commands ahead of their replies, at most so many that they fit the peer's receive buffer while it is busy
 * sending: neither side can wait for the other.
 */
public final class Pipeline {
    private static final int MOST_COMMANDS = 512;
    private static final int MOST_OCTETS = 4_096;

    private final Dialogue dialogue;
    private final int window;

    /** A pipeline, or with a server that knows none one command at a time. */
    public Pipeline(Dialogue dialogue, Ahead ahead) {
        this.dialogue = dialogue;
        this.window = ahead == Ahead.PIPELINED ? MOST_COMMANDS : 1;
    }

    /** Whether commands may be sent before earlier ones are answered. */
    public enum Ahead {
        /** The server announced PIPELINING. */
        PIPELINED,
        /** It did not. */
        LOCK_STEP
    }

    /** What is done with a status line, and with the body after it. */
    @FunctionalInterface
    public interface Answer {
        void take(int index, Command command, Reply reply) throws IOException;
    }

    /**
     * Runs the commands in order. If taking an answer fails while others are outstanding the connection is given up,
     * since what they asked for can no longer be told apart.
     */
    public void run(List<Command> commands, Answer answer) throws IOException {
        int sent = 0;
        int octets = 0;
        int next = 0;
        boolean done = false;
        try {
            for (int i = 0; i < commands.size(); i++) {
                if (i == next) {
                    while (sent < commands.size() && room(i, sent, octets, commands.get(sent))) {
                        dialogue.write(commands.get(sent));
                        octets += commands.get(sent).size();
                        sent++;
                    }
                    dialogue.wire().flush();
                    next = i + (sent - i + 1) / 2; // when half of them are answered
                }
                Command command = commands.get(i);
                octets -= command.size();
                answer.take(i, command, dialogue.next(command));
            }
            done = true;
        } finally {
            if (!done) {
                dialogue.wire().close();
            }
        }
    }

    private boolean room(int answered, int sent, int octets, Command next) {
        return sent == answered || (sent - answered < window && octets + next.size() <= MOST_OCTETS);
    }
}
