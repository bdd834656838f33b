module TorchLite.FSharp.LinesTests

open NUnit.Framework
open TorchLite
open TorchLite.Nn
open TorchLite.Optim

/// What a tensor prints as, by %O and by %A alike, as F# Interactive does.
let private printed (expected: string) (x: Tensor) =
    Assert.That(sprintf "%O" x, Is.EqualTo expected)
    Assert.That(sprintf "%A" x, Is.EqualTo expected)

let private sized (expected: int64 list) (x: Tensor) =
    Assert.That(x.Shape, Is.EqualTo<int64 list> expected)

[<Test>]
let ``Sizes are numbers, lists and arrays`` () =
    sized [ 2L; 3L ] (Torch.Ones(2, 3))
    sized [ 2L; 3L ] (Torch.Zeros([ 2L; 3L ]))
    sized [ 2L; 3L ] (Torch.Rand([ 2; 3 ]))
    sized [ 2L; 3L ] (Torch.Randn([| 2L; 3L |]))
    printed "tensor([7, 7])" (Torch.Full([ 2 ], 7))
    printed "tensor([1., 1.], dtype=torch.float64)" (Torch.Ones([ 2 ], dtype = DType.Float64))
    sized [ 4L ] (Torch.Randint(0, 10, [ 4 ]))

[<Test>]
let ``A list is a literal and an array is NumPy's`` () =
    printed "tensor([1, 2])" (Torch.Tensor [ 1; 2 ])
    printed "tensor([[0.5000, 1.0000],\n        [2.0000, 4.0000]])" (Torch.Tensor [ [ 0.5; 1.0 ]; [ 2.0; 4.0 ] ])
    printed "tensor([1., 2.])" (Torch.Tensor [ 1.0f; 2.0f ])
    printed "tensor([ True, False])" (Torch.Tensor [ true; false ])
    printed "tensor([1., 2.], dtype=torch.float64)" (Torch.Tensor [| 1.0; 2.0 |])
    printed "tensor([1., 2.], dtype=torch.float16)" (Torch.Tensor([ 1; 2 ], dtype = DType.Float16))

[<Test>]
let ``Operators take numbers on both sides`` () =
    let x = Torch.Tensor [ 1.0; 2.0 ]
    printed "tensor([2., 3.])" (x + 1)
    printed "tensor([2., 3.])" (1 + x)
    printed "tensor([0.5000, 1.0000])" (x / 2)
    printed "tensor([2., 1.])" (2.0 / x)
    printed "tensor([0.5000, 1.5000])" (x - 0.5f)
    printed "tensor([9., 8.])" (10L - x)
    printed "tensor([1.5000, 3.0000])" (x * 1.5)
    printed "tensor([1., 0.])" (x % 2)
    printed "tensor([1., 4.])" (x ** 2)
    printed "tensor([1.0000, 1.4142])" (x ** 0.5)
    printed "tensor([-1., -2.])" -x
    printed "tensor([2, 3])" (Torch.Tensor [ 1; 2 ] + 1)

[<Test>]
let ``Methods take numbers`` () =
    let x = Torch.Tensor [ 1.0; 2.0 ]
    printed "tensor([False,  True])" (x.Gt 1)
    printed "tensor([ True, False])" (x.Le 1.5)
    printed "tensor([False,  True])" (x.Eq 2)
    printed "tensor([3., 4.])" (x.Add 2)
    printed "tensor([1., 8.])" (x.Pow 3)
    printed "tensor([1., 0.])" (x.MaskedFill(x.Gt 1, 0.0))
    printed "tensor([1.0000, 1.5000])" (x.Clamp(0.0, 1.5))
    printed "tensor([0, 2, 4])" (Torch.Arange(0, 6, 2))
    printed "tensor([0.0000, 0.5000, 1.0000])" (Torch.Linspace(0.0, 1.0, 3L))
    printed "tensor(5)" (Torch.Tensor 5)
    printed "tensor(0.5000)" (Torch.Tensor 0.5)

[<Test>]
let ``Shapes change by numbers, lists and arrays`` () =
    let x = Torch.Arange 6
    sized [ 3L; 2L ] (x.View(3, 2))
    sized [ 2L; 3L ] (x.Reshape([ 2; -1 ]))
    sized [ 3L; 2L ] (x.View(2, 3).Permute(1, 0))
    sized [ 1L; 6L ] (x.Unsqueeze(0))
    sized [ 2L; 6L ] (x.Expand(2, -1))
    printed "tensor([3, 5, 7])" (x.View(2, 3).Sum(0))
    printed "tensor([[ 3],\n        [12]])" (x.View(2, 3).Sum(dim = 1, keepdim = true))
    sized [ 12L ] (Torch.Cat([ x; x ]))
    sized [ 6L; 2L ] (Torch.Stack([ x; x ], 1))

[<Test>]
let ``Indices are numbers, texts and masks`` () =
    let x = Torch.Arange(6).View(2, 3)
    printed "tensor([0, 1, 2])" x[0]
    printed "tensor(5)" x[1, 2]
    printed "tensor([1, 4])" x[":", 1]
    printed "tensor([3, 4])" x[1, ":2"]
    printed "tensor([4, 5])" x[x.Gt 3]
    x[0] <- x[1]
    x[0, 0] <- 9.0
    printed "tensor([[9, 4, 5],\n        [3, 4, 5]])" x
    Assert.That(x[0, 0].Item<int>(), Is.EqualTo 9)

type private Mlp() =
    inherit Module<Tensor, Tensor>()
    let fc1 = new Linear(1, 16)
    let fc2 = new Linear(16, 1)
    override _.Forward x = fc2.Call(fc1.Call(x).Tanh())

[<Test>]
let ``A network learns, its parameters given as they are`` () =
    Torch.ManualSeed 0 |> ignore
    let net = new Mlp()
    let optimizer = new Adam(net.Parameters(), lr = 0.02)
    let x = Torch.Linspace(-1.0, 1.0, 32L).View(-1, 1)
    let y = x ** 2

    for _ in 1..200 do
        optimizer.ZeroGrad()
        Torch.Nn.Functional.MseLoss(net.Call x, y).Backward()
        Torch.Nn.Utils.ClipGradNorm_(net.Parameters(), 1.0) |> ignore
        optimizer.Step() |> ignore

    use _ = Torch.InferenceMode()
    Assert.That(Torch.Nn.Functional.MseLoss(net.Call x, y).Item<float>(), Is.LessThan 1e-3)

[<Test>]
let ``Layers in a row are a network`` () =
    let net = new Sequential(new Linear(4, 8), new ReLU(), new Linear(8, 2))
    sized [ 3L; 2L ] (net.Call(Torch.Ones(3, 4)))
    let total = net.Parameters() |> Seq.sumBy _.Numel()
    Assert.That(total, Is.EqualTo 58L)
    Assert.That(new SGD(net.Parameters(), lr = 0.1), Is.Not.Null)

[<Test>]
let ``A tensor of a list, a gradient of it and a pipe`` () =
    let x = Torch.Tensor([ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ], requiresGrad = true)
    (x * x).Sum().Backward()
    printed "tensor([[2., 4.],\n        [6., 8.]])" x.Grad
    let rows = [ for row in x.Detach() -> row.Sum().Item<float>() ]
    Assert.That(rows, Is.EqualTo<float list> [ 3.0; 7.0 ])
    printed "tensor([[2., 4.],\n        [6., 8.]])" ([ x.Detach(); x.Detach() ] |> List.reduce (+))
    Torch.Testing.AssertClose(x.Grad, x.Detach() * 2)
