namespace TorchLite.Native;

/// <summary>The checks of <see cref="Arguments"/> for <see cref="Torch.Ops"/>, by the operators' names.</summary>
internal static class OperatorChecks
{
    // libtorch calls itself for each, and the stack ends.
    private const int MostShifts = 64;

    // Numbers for one of three ways: kernels choose by them, and some take another for whatever comes.
    private static readonly string[] Ways = ["reduction", "mode", "interpolation_mode", "padding_mode"];

    // What these are given can only be looked at when they are called.
    private static readonly string[] OfTensors =
    [
        "linalg_eigvals", "lu_unpack", "linalg_lu_solve", "lu_solve", "linalg_ldl_solve", "reflection_pad1d", "reflection_pad2d",
        "reflection_pad3d", "replication_pad1d", "replication_pad2d", "replication_pad3d", "grid_sampler", "grid_sampler_2d",
        "grid_sampler_3d", "fractional_max_pool2d", "fractional_max_pool3d", "embedding_bag", "_embedding_bag",
        "_embedding_bag_forward_only", "linalg_multi_dot", "chain_matmul", "ctc_loss", "col2im", "tensor_split", "hsplit", "vsplit",
        "dsplit", "combinations", "matrix_power", "linalg_matrix_power", "range", "random", "random_", "_fft_r2c", "_fft_c2r",
        "_fft_c2c",
    ];

    /// <summary>
    /// Whether an operator is safe for whatever tensors it is given, with arguments beside them that pass <see cref="OfConstant"/>.
    /// </summary>
    internal static bool IsSafeAlone(OperatorSchema schema) => !OfTensors.Contains(schema.Operation);

    /// <summary>Looks at an argument that is known before the call.</summary>
    internal static void OfConstant(OperatorSchema schema, OperatorSchema.Parameter parameter, OpArgument? argument)
    {
        if (IsWindowed(schema.Operation))
        {
            Arguments.Sizes(argument);
        }

        if (parameter.Name == "chunks" && argument?.Value is Scalar chunks && (long)chunks > Arguments.MostParts)
        {
            throw new TorchException($"at most {Arguments.MostParts} parts are made at once, but there would be {chunks}");
        }

        if (parameter.Type == "int" && Ways.Contains(parameter.Name) && argument?.Value is Scalar way && (long)way is < 0 or > 2)
        {
            throw new TorchException($"aten::{schema.Operation}() got {way} for argument '{parameter.Name}', expected 0, 1 or 2");
        }
    }

    /// <summary>Throws where the operator's kernel would end the process or read what is not the tensors'.</summary>
    internal static void Check(OperatorSchema schema, OpArgument?[] given)
    {
        for (var i = 0; i < given.Length; i++)
        {
            if (schema.Parameters[i] is { Type: "int" } parameter && Ways.Contains(parameter.Name) && NumberAt(i) is not (>= 0 and <= 2))
            {
                throw new TorchException($"aten::{schema.Operation}() got {NumberAt(i)} for argument '{parameter.Name}', "
                    + "expected 0, 1 or 2");
            }
        }

        switch (schema.Operation)
        {
            case "linalg_eigvals":
                Arguments.Finite(TensorAt(0), "torch.linalg.eigvals");
                break;
            case "lu_unpack":
                Pivots.CheckShape(TensorAt(0), TensorAt(1));
                break;
            case "linalg_lu_solve":
                Pivots.OfLu(TensorAt(1), TensorAt(0));
                break;
            case "lu_solve":
                Pivots.OfLu(TensorAt(2), TensorAt(1));
                break;
            case "linalg_ldl_solve":
                Pivots.OfLdl(TensorAt(1), TensorAt(0));
                break;
            case "reflection_pad1d" or "reflection_pad2d" or "reflection_pad3d"
                or "replication_pad1d" or "replication_pad2d" or "replication_pad3d":
                Arguments.Padding(CountAt(1), schema.Operation[^2] - '0');
                Arguments.PaddedRows(TensorAt(0).Shape, NumbersAt(1));
                break;
            case "roll" or "fft_fftshift" or "fft_ifftshift" when given.Length > 1 && CountAt(1) > MostShifts:
                throw new TorchException($"at most {MostShifts} shifts are passed, but there are {CountAt(1)}");
            case "chunk" or "unsafe_chunk":
                TensorAt(0).OfChunks(NumberAt(1), DimAt(2));
                break;
            case "split" or "unsafe_split" or "split_copy" when IsNumber(1):
                NotTooMany(TensorAt(0), TensorAt(0).PartsAlong(DimAt(2)) / Math.Max(NumberAt(1), 1));
                break;
            case "tensor_split" or "hsplit" or "vsplit" or "dsplit":
                NotTooMany(TensorAt(0), given[1]?.Value is Tensor sections ? Tensor.Sections(sections) : IsNumber(1) ? NumberAt(1) : 0);
                break;
            case "unbind" or "unbind_copy":
                NotTooMany(TensorAt(0), TensorAt(0).PartsAlong(DimAt(1)));
                break;
            case "range" or "arange" when schema.Overload.EndsWith("step", StringComparison.Ordinal) && given.Length > 3:
                Arguments.Step((Scalar)given[2]!.Value.Value, given[3]?.Value as DType?);
                break;
            case "matrix_power" or "linalg_matrix_power":
                Arguments.Exponent(NumberAt(1));
                break;
            case "random" or "random_" when schema.Overload == "from":
                Arguments.From(NumberAt(1));
                break;
            case "index" or "index_put" or "index_put_" when !CppGuard.IsSupported && given[1]?.Value is OpArgument?[] indices:
                Arguments.Indices(schema.Operation, Array.Exists(indices, static index => index is not null));
                break;
            case "combinations" when given.Length > 1:
                Arguments.Combinations(NumberAt(1));
                break;
            case "col2im":
                Array.ForEach(given, static argument => Arguments.Sizes(argument));
                Arguments.Blocks(ListAt(1), ListAt(2), ListAt(3), ListAt(4), ListAt(5));
                break;
            case "ctc_loss" when given[1]?.Value is Tensor labels:
                Arguments.Labels(TensorAt(0), labels, given[3]?.Value as Tensor ?? Torch.Tensor(ListAt(3)));
                break;
            case "grid_sampler" or "grid_sampler_2d" or "grid_sampler_3d" when NumberAt(3) != 0:
                given[1] = Arguments.Places(TensorAt(0), TensorAt(1), NumberAt(3) == 2);
                break;
            case "fractional_max_pool2d" or "fractional_max_pool3d":
                Array.ForEach(given, static argument => Arguments.Sizes(argument));
                Arguments.Positive(ListAt(1));
                Arguments.Samples(TensorAt(3));
                break;
            case "_fft_r2c" or "_fft_c2r" or "_fft_c2c":
                foreach (var dim in ListAt(1))
                {
                    _ = WrapDim(dim, TensorAt(0).Dim());
                }

                break;
            case var windowed when IsWindowed(windowed):
                Array.ForEach(given, static argument => Arguments.Sizes(argument));
                break;
            case "scaled_dot_product_attention" or "_scaled_dot_product_flash_attention_for_cpu":
                Arguments.Heads(TensorAt(0), TensorAt(1));
                break;
            case "embedding_bag" or "_embedding_bag" or "_embedding_bag_forward_only":
                Arguments.Offsets(TensorAt(2));
                if (TensorAt(1).Dim() == 1 && Arguments.AreNoBags(TensorAt(2), given.Length > 7 && IsNumber(7) && NumberAt(7) != 0))
                {
                    given[1] = TensorAt(1)[..0];
                    if (given.Length > 6 && given[6]?.Value is Tensor weights)
                    {
                        given[6] = weights[..0];
                    }
                }

                break;
            case "linalg_multi_dot" or "chain_matmul":
                Arguments.Factors(CountAt(0));
                break;
        }

        Tensor TensorAt(int i) => (Tensor)given[i]!.Value.Value;

        long NumberAt(int i) => (long)(Scalar)given[i]!.Value.Value;

        long[] NumbersAt(int i) =>
            Array.ConvertAll((OpArgument?[])given[i]!.Value.Value, static item => (long)(Scalar)item!.Value.Value);

        long[] ListAt(int i) => IsNumber(i) ? [NumberAt(i)] : NumbersAt(i);

        bool IsNumber(int i) => given[i]?.Value is Scalar;

        long DimAt(int i) => given.Length > i ? NumberAt(i) : 0;

        int CountAt(int i) => given[i]?.Value is OpArgument?[] items ? items.Length : 1;
    }

    private static bool IsWindowed(string operation) => operation.Contains("pool", StringComparison.Ordinal)
        || operation.StartsWith("conv", StringComparison.Ordinal) || operation == "im2col";

    /// <summary>The result of an operator that divides integers; null where it is another operator.</summary>
    internal static Tensor? Divide(OperatorSchema schema, OpArgument?[] given)
    {
        var name = schema.Operation.TrimEnd('_');
        var isInPlace = name.Length < schema.Operation.Length;
        var isDivision =
            name is "floor_divide" or "remainder" or "fmod" || (name is "div" or "divide" && given is [_, _, { Value: string }]);
        return (name, given) switch
        {
            ("lcm", [{ Value: Tensor first }, { Value: Tensor second }]) => isInPlace
                ? IntegerDivision.Lcm_(first, second, Run, Other)
                : IntegerDivision.Lcm(first, second, Run),
            (_, [{ Value: Tensor dividend }, { Value: Tensor divisor }, ..]) when isDivision => isInPlace
                ? IntegerDivision.InPlace(dividend, divisor, Run, Other)
                : IntegerDivision.Run(dividend, divisor, Run),
            (_, [{ Value: Tensor dividend }, { Value: Scalar divisor }, ..]) when isDivision => isInPlace
                ? IntegerDivision.InPlace(dividend, divisor, RunNumber)
                : IntegerDivision.Run(dividend, divisor, RunNumber),
            ("remainder", [{ Value: Scalar dividend }, { Value: Tensor divisor }]) => divisor.Rremainder(dividend),
            _ => null,
        };

        Tensor Run(Tensor left, Tensor right) => Script.Run(schema.Line([left, right, .. given[2..]]));

        Tensor RunNumber(Tensor left, Scalar right) => Script.Run(schema.Line([left, right, .. given[2..]]));

        // The operator that does not write into its first tensor.
        Tensor Other(Tensor left, Tensor right)
        {
            OpArgument?[] all = [left, right, .. given[2..]];
            return Script.Run(Operators.Find($"aten::{name}", all, allowUnsafe: false).Line(all));
        }
    }
}
