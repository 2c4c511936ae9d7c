package dev.tegami.imap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The algorithms REFERENCES (RFC 5256 §3), and REFS (draft-ietf-morg-inthread-01 §4), which heeds no subjects, here.
 * Messages are added in the order of the folder.
 */
final class ThreadByReferences implements Threading {
    private static final int MOST_IDS = 4_000_000;

    private final boolean isBySubjectsToo;
    private final Map<String, ThreadNode> byId = new HashMap<>();
    private final Map<String, Boolean> taken = new HashMap<>();
    private final List<ThreadNode> nodes = new ArrayList<>();
    private final Map<ThreadNode, ThreadNode> places = new HashMap<>();

    ThreadByReferences(MessageThread.Algorithm algorithm) {
        isBySubjectsToo = algorithm != MessageThread.Algorithm.REFS;
    }

    @Override
    public void add(ThreadNode message, String id, List<String> references) {
        ThreadNode last = null;
        for (String reference : references) {
            ThreadNode node =
                    byId.size() < MOST_IDS ? byId.computeIfAbsent(reference, any -> place()) : byId.get(reference);
            if (node == null) {
                continue;
            }
            if (last != null) {
                node.follow(last);
            }
            last = node;
        }
        ThreadNode mine = mine(message, id);
        mine.leaveParent();
        if (last != null) {
            mine.follow(last);
        }
    }

    private ThreadNode place() {
        ThreadNode node = ThreadNode.missing();
        nodes.add(node);
        return node;
    }

    /** The place that was kept for it; of several messages with one id, the first has it. */
    private ThreadNode mine(ThreadNode message, String id) {
        ThreadNode place = null;
        if (!id.isEmpty() && taken.put(id, true) == null) {
            place = byId.computeIfAbsent(id, any -> place());
        }
        if (place == null) {
            place = place();
        }
        places.put(place, message);
        return place;
    }

    @Override
    public List<MessageThread> threads() {
        List<ThreadNode> roots = pruned();
        for (ThreadNode root : roots) {
            root.children.sort(ThreadNode.SENT);
        }
        roots.sort(ThreadNode.SENT);
        List<ThreadNode> merged = isBySubjectsToo ? new ThreadSubjects(roots).merged() : roots;
        for (ThreadNode root : merged) {
            List<ThreadNode> all = root.all();
            for (int i = all.size() - 1; i >= 0; i--) {
                all.get(i).children.sort(ThreadNode.SENT);
            }
        }
        merged.sort(isBySubjectsToo ? ThreadNode.SENT : Comparator.comparing(ThreadNode::latest));
        return merged.stream().map(ThreadNode::thread).toList();
    }

    /** Makes messages of places, and lets their children take the place of those that are not there. */
    private List<ThreadNode> pruned() {
        Map<ThreadNode, ThreadNode> real = new HashMap<>();
        nodes.forEach(node -> real.put(node, places.getOrDefault(node, node)));
        List<ThreadNode> roots = new ArrayList<>();
        for (ThreadNode node : nodes) {
            ThreadNode parent = node.parent();
            (parent == null ? roots : real.getOrDefault(parent, parent).children).add(real.getOrDefault(node, node));
        }
        List<ThreadNode> kept = new ArrayList<>();
        for (ThreadNode root : roots) {
            for (ThreadNode node : root.all()) {
                if (node == root || !node.isMissing()) {
                    node.adopt();
                }
            }
            if (!root.isMissing() || root.children.size() > 1) {
                kept.add(root);
            } else {
                kept.addAll(root.children);
            }
        }
        return kept;
    }
}
