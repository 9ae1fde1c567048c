package io.imprimatur.core.document;

/** A text as a run of events: at most one document event, then a node, and so on until the text finishes. */
interface Events {

    /**
     * The next event.
     *
     * @throws UnreadableException where the text breaks the rules of its notation
     */
    Event next();
}
