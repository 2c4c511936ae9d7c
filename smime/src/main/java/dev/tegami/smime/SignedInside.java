package dev.tegami.smime;

import dev.tegami.mime.Part;
import java.util.ArrayDeque;
import java.util.Deque;

/** Signed parts that are not the message itself: seen, never judged, and of no weight. */
final class SignedInside {
    private SignedInside() {}

    static boolean isIn(Part top) {
        Deque<Part> waiting = new ArrayDeque<>(top.parts());
        while (!waiting.isEmpty()) {
            Part part = waiting.pop();
            if (Media.isSigned(part) || Media.isEnvelope(part)) {
                return true;
            }
            waiting.addAll(part.parts());
        }
        return false;
    }

    static Coverage coverage(Part root, Part wanted) {
        Deque<Part> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            Part part = waiting.pop();
            if (part != root && Media.isSigned(part) && holds(part, wanted)) {
                return Coverage.PARTIAL;
            }
            waiting.addAll(part.parts());
        }
        return isIn(wanted) ? Coverage.PARTIAL : Coverage.NONE;
    }

    private static boolean holds(Part top, Part wanted) {
        Deque<Part> waiting = new ArrayDeque<>();
        waiting.push(top);
        while (!waiting.isEmpty()) {
            Part part = waiting.pop();
            if (part == wanted) {
                return true;
            }
            waiting.addAll(part.parts());
        }
        return false;
    }
}
