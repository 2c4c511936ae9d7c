package dev.tegami.imap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers conversations with the same subject (RFC 5256 §3, REFERENCES, step 5). */
final class ThreadSubjects {
    private final List<ThreadNode> roots;
    private final Map<String, ThreadNode> table = new LinkedHashMap<>();
    private final Map<ThreadNode, ThreadNode> instead = new LinkedHashMap<>();

    ThreadSubjects(List<ThreadNode> roots) {
        this.roots = roots;
    }

    List<ThreadNode> merged() {
        roots.forEach(this::enter);
        for (ThreadNode root : roots) {
            instead.put(root, root);
        }
        roots.forEach(this::merge);
        return new ArrayList<>(instead.keySet());
    }

    private static String subject(ThreadNode node) {
        return node.first().subject;
    }

    private static boolean isReply(ThreadNode node) {
        return !node.isMissing() && node.isReply;
    }

    private void enter(ThreadNode node) {
        String text = subject(node);
        if (text.isEmpty()) {
            return;
        }
        ThreadNode there = table.putIfAbsent(text, node);
        if (there != null && !there.isMissing() && (node.isMissing() || (isReply(there) && !isReply(node)))) {
            table.put(text, node);
        }
    }

    private void merge(ThreadNode node) {
        String text = subject(node);
        ThreadNode there = table.get(text);
        if (there == null || there == node) {
            return;
        }
        instead.remove(node);
        if (there.isMissing() && node.isMissing()) {
            there.children.addAll(node.children);
        } else if (there.isMissing() || (isReply(node) && !isReply(there))) {
            there.children.add(node);
        } else {
            ThreadNode both = ThreadNode.missing();
            both.children.add(there);
            both.children.add(node);
            both.children.sort(ThreadNode.SENT);
            instead.remove(there);
            instead.put(both, both);
            table.put(text, both);
        }
    }
}
