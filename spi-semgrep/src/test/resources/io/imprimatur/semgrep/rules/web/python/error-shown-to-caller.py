def show(order):
    try:
        return jsonify(load(order))
    except Exception as error:
        # ruleid: imprimatur.python.error-shown-to-caller
        return jsonify({"error": str(error)}), 500


def show_api(order):
    try:
        return load(order)
    except Exception as e:
        # ruleid: imprimatur.python.error-shown-to-caller
        raise HTTPException(status_code=500, detail=str(e))


def show_well(order):
    try:
        return jsonify(load(order))
    except ValidationError as error:
        # ok: imprimatur.python.error-shown-to-caller
        return jsonify({"error": str(error)}), 400
    except Exception:
        logger.exception("order %s", order)
        # ok: imprimatur.python.error-shown-to-caller
        return jsonify({"error": "please try again"}), 500
