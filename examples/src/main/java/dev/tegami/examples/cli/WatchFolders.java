package dev.tegami.examples.cli;

import dev.tegami.imap.Change;
import dev.tegami.imap.FolderState;
import dev.tegami.imap.FolderWatch;
import dev.tegami.imap.Imap;
import dev.tegami.imap.Watch;
import dev.tegami.imap.WatchListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what happens in a folder, a line per change, until it is stopped. */
@Command(
        name = "watch",
        sortOptions = false,
        description = "Tell what happens in a folder (IMAP4), a line per change; lost connections are made anew.")
final class WatchFolders implements Callable<Integer>, WatchListener {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions server;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", defaultValue = "INBOX", description = "INBOX, if not said.")
    private String folder = "INBOX";

    @Option(names = "--state", paramLabel = "FILE", description = "Keeps what was told, so that the next run goes on.")
    private Optional<Path> state = Optional.empty();

    @Option(names = "--all", description = "Tell first what is there already.")
    private boolean all;

    @Option(names = "--count", paramLabel = "N", description = "End after so many changes.")
    private int count = Integer.MAX_VALUE;

    @Option(names = "--seconds", paramLabel = "N", description = "End after that time; 1 if nothing happened.")
    private long seconds = Long.MAX_VALUE;

    private final CountDownLatch enough = new CountDownLatch(1);
    private final AtomicInteger told = new AtomicInteger();

    WatchFolders(Terminal terminal) {
        this.terminal = terminal;
        this.server = new ServerOptions(terminal);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        FolderWatch plan = server.door(Imap::at).watch(folder);
        if (state.isPresent() && Files.exists(state.get())) {
            plan = plan.since(folder, FolderState.parse(Files.readAllBytes(state.get())));
        } else if (all) {
            plan = plan.since(folder, FolderState.empty());
        }
        try (Watch watch = plan.start(this)) {
            boolean done = enough.await(seconds, TimeUnit.SECONDS);
            Optional<RuntimeException> failure = watch.failure();
            if (failure.isPresent()) {
                throw failure.get();
            }
            return done || told.get() > 0 ? Exit.DONE : Exit.NO;
        }
    }

    @Override
    public void changed(String name, Change change) {
        terminal.say(name + "\t" + line(change));
        told.incrementAndGet();
        if (told.get() >= count && state.isEmpty()) {
            enough.countDown();
        }
    }

    @Override
    public void rested(String name, FolderState known) {
        state.ifPresent(file -> keep(file, known));
        if (told.get() >= count) {
            enough.countDown();
        }
    }

    @Override
    public void lost(RuntimeException why, Duration retryIn) {
        terminal.news(
                "lost (" + Shown.line(String.valueOf(why.getMessage())) + "), again in " + retryIn.toSeconds() + " s");
    }

    @Override
    public void ended(RuntimeException why) {
        enough.countDown();
    }

    private static void keep(Path file, FolderState known) {
        try {
            Path part = Files.write(file.resolveSibling(file.getFileName() + ".part"), known.toBytes());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Change change) {
        List<String> words = new ArrayList<>();
        if (change instanceof Change.Added added) {
            words.addAll(List.of(
                    "added",
                    String.valueOf(added.uid()),
                    Shown.line(added.flags().toString())));
        } else if (change instanceof Change.Flagged flagged) {
            words.addAll(List.of(
                    "flags",
                    String.valueOf(flagged.uid()),
                    Shown.line(flagged.flags().toString())));
        } else if (change instanceof Change.Vanished vanished) {
            words.addAll(List.of("vanished", vanished.uids().toString()));
        } else if (change instanceof Change.Reset reset) {
            words.addAll(List.of("reset", String.valueOf(reset.uidValidity())));
        }
        return String.join("\t", words);
    }
}
