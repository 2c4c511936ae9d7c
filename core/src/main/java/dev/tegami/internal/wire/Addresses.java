package dev.tegami.internal.wire;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Finds the addresses of a name. The platform's look-up knows no deadline, so it runs on a thread that can be left. */
final class Addresses {
    private Addresses() {}

    /** Gives the addresses, the two families taking turns (RFC 8305 §4), the platform's first choice first. */
    static List<InetAddress> of(String host, Watch watch) throws IOException {
        if (HostName.isAddress(host)) {
            return List.of(InetAddress.getByName(host));
        }
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> InetAddress.getAllByName(HostName.ascii(host)));
        Thread thread = new Thread(null, lookup, "tegami-lookup", 0, false);
        thread.setDaemon(true);
        watch.target(() -> lookup.cancel(false));
        thread.start();
        try {
            return turns(lookup.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } catch (CancellationException e) {
            throw new IOException("the look-up of " + host + " was given up", e);
        } catch (ExecutionException e) {
            UnknownHostException unknown = new UnknownHostException("no address for " + host);
            unknown.initCause(e.getCause());
            throw unknown;
        }
    }

    static List<InetAddress> turns(InetAddress[] found) {
        List<InetAddress> six = new ArrayList<>(
                Arrays.stream(found).filter(Inet6Address.class::isInstance).toList());
        List<InetAddress> four = new ArrayList<>(Arrays.asList(found));
        four.removeAll(six);
        List<InetAddress> first = found[0] instanceof Inet6Address ? six : four;
        List<InetAddress> second = first == six ? four : six;
        List<InetAddress> all = new ArrayList<>();
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            first.stream().skip(i).findFirst().ifPresent(all::add);
            second.stream().skip(i).findFirst().ifPresent(all::add);
        }
        return all;
    }
}
