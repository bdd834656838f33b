namespace TorchLite;

/// <summary>libtorch's recurrent networks and their cells, as PyTorch's layers call them.</summary>
internal static class Recurrence
{
    private static readonly AtenOperator LstmInput = new("aten::lstm", "input"), LstmData = new("aten::lstm", "data");
    private static readonly AtenOperator GruInput = new("aten::gru", "input"), GruData = new("aten::gru", "data");
    private static readonly AtenOperator TanhInput = new("aten::rnn_tanh", "input"), TanhData = new("aten::rnn_tanh", "data");
    private static readonly AtenOperator ReluInput = new("aten::rnn_relu", "input"), ReluData = new("aten::rnn_relu", "data");
    private static readonly AtenOperator LstmCellOperator = new("aten::lstm_cell"), GruCellOperator = new("aten::gru_cell");
    private static readonly AtenOperator TanhCell = new("aten::rnn_tanh_cell"), ReluCell = new("aten::rnn_relu_cell");

    /// <summary>The kinds that have one state.</summary>
    internal enum Kind
    {
        Tanh,
        Relu,
        Gru,
    }

    internal static (Tensor Output, Tensor H, Tensor C) Lstm(Tensor input, Tensor? batchSizes, (Tensor H, Tensor C) state, in Settings with) =>
        batchSizes is null
            ? LstmInput.CallTriple(
                input, new Tensor?[] { state.H, state.C }, with.Weights, with.Bias, with.Layers, with.Dropout, with.Training,
                with.Bidirectional, with.BatchFirst)
            : LstmData.CallTriple(
                input, batchSizes, new Tensor?[] { state.H, state.C }, with.Weights, with.Bias, with.Layers, with.Dropout, with.Training,
                with.Bidirectional);

    internal static (Tensor Output, Tensor H) Run(Kind kind, Tensor input, Tensor? batchSizes, Tensor state, in Settings with)
    {
        var (whole, packed) = kind switch
        {
            Kind.Tanh => (TanhInput, TanhData),
            Kind.Relu => (ReluInput, ReluData),
            _ => (GruInput, GruData),
        };
        return batchSizes is null
            ? whole.CallPair(
                input, state, with.Weights, with.Bias, with.Layers, with.Dropout, with.Training, with.Bidirectional, with.BatchFirst)
            : packed.CallPair(
                input, batchSizes, state, with.Weights, with.Bias, with.Layers, with.Dropout, with.Training, with.Bidirectional);
    }

    internal static (Tensor H, Tensor C) LstmCell(
        Tensor input, (Tensor H, Tensor C) state, Tensor weightIh, Tensor weightHh, Tensor? biasIh, Tensor? biasHh) =>
        LstmCellOperator.CallPair(input, new Tensor?[] { state.H, state.C }, weightIh, weightHh, biasIh, biasHh);

    internal static Tensor Cell(
        Kind kind, Tensor input, Tensor state, Tensor weightIh, Tensor weightHh, Tensor? biasIh, Tensor? biasHh) =>
        (kind switch { Kind.Tanh => TanhCell, Kind.Relu => ReluCell, _ => GruCellOperator })
        .Call(input, state, weightIh, weightHh, biasIh, biasHh);

    /// <summary>What a network was made with.</summary>
    internal readonly record struct Settings(
        Tensor?[] Weights, bool Bias, long Layers, double Dropout, bool Training, bool Bidirectional, bool BatchFirst);
}
