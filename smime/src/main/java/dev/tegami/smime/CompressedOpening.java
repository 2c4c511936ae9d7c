package dev.tegami.smime;

import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.smime.internal.CmsCompressed;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Opens one compressed layer. All layers of a message share what {@link Bounds#expanded} allows. */
final class CompressedOpening {
    private CompressedOpening() {}

    static Opening.Peeled open(Source cms, Bounds bounds, long spent) throws IOException {
        CmsCompressed read = CmsCompressed.read(
                cms,
                bounds.cms(),
                new CmsCompressed.Bounds(bounds.expanded() - spent, bounds.expansion(), bounds.memory()));
        if (read.content().isEmpty()) {
            Reason unknown = new Reason(Reason.Code.UNKNOWN_ALGORITHM, read.algorithm());
            return new Opening.Peeled(new Layer.Compressed(0, List.of(unknown)), Optional.empty());
        }
        Part content = Message.parse(read.content().get()).root();
        return new Opening.Peeled(new Layer.Compressed(read.octets(), List.of()), Optional.of(content));
    }
}
