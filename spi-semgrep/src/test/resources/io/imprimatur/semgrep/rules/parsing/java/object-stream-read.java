class Reader {
    Object read(InputStream in) throws Exception {
        ObjectInputStream stream = new ObjectInputStream(in);
        // ruleid: imprimatur.java.object-stream-read
        return stream.readObject();
    }

    Object decode(InputStream in) {
        // ruleid: imprimatur.java.object-stream-read
        return new XMLDecoder(in).readObject();
    }

    Object readWell(InputStream in) throws IOException {
        ObjectInputStream stream = new ObjectInputStream(in);
        stream.setObjectInputFilter(filter);
        // ok: imprimatur.java.object-stream-read
        return stream.readObject();
    }

    Object json(InputStream in) throws IOException {
        // ok: imprimatur.java.object-stream-read
        return mapper.readValue(in, Item.class);
    }
}
