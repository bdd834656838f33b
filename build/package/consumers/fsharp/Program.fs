open TorchLite

let x = Torch.Ones([| 2L; 3L |])
printfn "%O" (x * x + x)
