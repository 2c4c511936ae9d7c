package dev.tegami.smime;

import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import java.util.List;

/**
 * A message without its layers, and what is to be thought of them. Immutable.
 *
 * <pre>{@code
 * Opened letter = Smime.open(message, keys, trust);
 * if (letter.isTrusted()) {
 *     System.out.println(letter.message().text().orElse(""));
 * }
 * }</pre>
 *
 * @param message the innermost content under its header: the protected one if there is one, else the one outside; if a
 *     layer could not be opened, that layer
 * @param layers the layers, outermost first
 * @param headers how the header is protected
 * @param verdict the judgement
 */
public record Opened(Message message, List<Layer> layers, HeaderReport headers, Verdict verdict) {
    /**
     * Takes copies of the collections.
     *
     * @param message the innermost content under its header: the protected one if there is one, else the one outside; if
     *     a layer could not be opened, that layer
     * @param layers the layers, outermost first
     * @param headers how the header is protected
     * @param verdict the judgement
     */
    public Opened {
        layers = List.copyOf(layers);
    }

    /**
     * Tells whether everything is well.
     *
     * @return {@link Verdict#isTrusted}
     */
    public boolean isTrusted() {
        return verdict.isTrusted();
    }

    /**
     * Tells whether the content was encrypted and could be decrypted.
     *
     * @return whether there is an encrypted layer that was opened
     */
    public boolean isDecrypted() {
        return layers.stream().anyMatch(layer -> layer instanceof Layer.Encrypted encrypted && encrypted.isOpened());
    }

    /**
     * Lists the signers of all layers, the outermost layer's first.
     *
     * @return the signers
     */
    public List<SignerReport> signers() {
        return layers.stream()
                .filter(Layer.Signed.class::isInstance)
                .flatMap(layer -> ((Layer.Signed) layer).signers().stream())
                .toList();
    }

    /**
     * Tells how much of a part is signed as part of this message.
     *
     * @param part a part of {@link #message}
     * @return its coverage
     */
    public Coverage coverage(Part part) {
        return verdict.coverage() == Coverage.WHOLE ? Coverage.WHOLE : SignedInside.coverage(message.root(), part);
    }
}
