package dev.tegami.pop3;

import dev.tegami.store.Settled;
import dev.tegami.store.Staged;
import dev.tegami.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A Maildir or mbox. */
final class StoreTarget implements Target {
    private final Store store;

    StoreTarget(Store store) {
        this.store = store;
    }

    @Override
    public String place() {
        return store.path().toString();
    }

    @Override
    public Place open(Entry entry) throws IOException {
        return new StagedPlace(store.stage());
    }

    @Override
    public void commit(List<Place> sealed) throws IOException {
        store.commit(names(sealed));
    }

    @Override
    public void withdraw(List<Place> sealed) throws IOException {
        store.withdraw(names(sealed));
    }

    private static List<String> names(List<Place> sealed) {
        return sealed.stream().map(place -> ((StagedPlace) place).name).toList();
    }

    @Override
    public boolean settle(String name) throws IOException {
        return store.settle(name) != Settled.UNKNOWN;
    }

    private static final class StagedPlace implements Place {
        private final Staged staged;
        private String name = "";

        StagedPlace(Staged staged) {
            this.staged = staged;
        }

        @Override
        public OutputStream stream() {
            return staged.stream();
        }

        @Override
        public String seal() throws IOException {
            name = staged.seal();
            return name;
        }

        @Override
        public void close() throws IOException {
            staged.close();
        }
    }
}
